package io.svara.shell;

import io.svara.engine.desk.Role;
import io.svara.engine.desk.Swaps;
import io.svara.engine.plugins.Plugin;
import io.svara.engine.plugins.Plugins;
import java.util.ArrayList;
import java.util.List;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;

/** {@code svara:plugin-list}. */
@Service
@Command(
    scope = "svara",
    name = "plugin-list",
    description = "Lists the plugins in all versions, and which version work goes to.",
    detailedDescription =
        "Versions that are kept and do not run are listed too. 'The author's build says' is the"
            + " conformance report in the jar and no more than the author's word; the page of plugins"
            + " shows all of it.")
public final class PluginListCommand implements Action {
  @Reference private Session session;
  @Reference private Plugins plugins;

  @Reference(optional = true)
  private Swaps swaps;

  @Override
  public Object execute() {
    Caller.of(session, Role.OPERATOR);
    Table table =
        new Table(
            "Plugin",
            "Version",
            "Kind",
            "Channel",
            "Routed",
            "State",
            "The author's build says",
            "Trouble");
    List<Plugin> running = new ArrayList<>(plugins.all());
    for (Swaps.Line line : swaps == null ? List.<Swaps.Line>of() : swaps.plugins()) {
      for (Swaps.Version version : line.versions()) {
        add(table, line.name(), version, running);
      }
    }
    running.forEach(plugin -> add(table, plugin, "-"));
    table.print(session);
    if (swaps == null) {
      session
          .getConsole()
          .println(
              "Listed is what runs. What is kept besides is not known, because the bundle"
                  + " svara-hotswap does not run; start it.");
    }
    return null;
  }

  /** One row for each thing that the version brings, and one where it does not run. */
  private static void add(Table table, String name, Swaps.Version version, List<Plugin> running) {
    String says = ConformanceWords.of(version);
    List<Plugin> brought =
        running.stream()
            .filter(
                plugin -> plugin.name().equals(name) && plugin.version().equals(version.version()))
            .toList();
    brought.forEach(plugin -> add(table, plugin, says));
    running.removeAll(brought);
    if (brought.isEmpty()) {
      table.row(
          name,
          version.version(),
          "-",
          "-",
          version.routed() ? "yes" : "no",
          version.running() ? "installed" : "kept",
          says,
          "");
    }
  }

  private static void add(Table table, Plugin plugin, String says) {
    table.row(
        plugin.name(),
        plugin.version(),
        plugin.kind(),
        plugin.channel().orElse("-"),
        plugin.routed() ? "yes" : "no",
        plugin.state(),
        says,
        plugin.trouble().orElse(""));
  }
}
