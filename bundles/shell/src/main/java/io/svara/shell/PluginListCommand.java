package io.svara.shell;

import io.svara.engine.desk.Role;
import io.svara.engine.plugins.Plugin;
import io.svara.engine.plugins.Plugins;
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
    description = "Lists the plugins in all versions, and which version work goes to.")
public final class PluginListCommand implements Action {
  @Reference private Session session;
  @Reference private Plugins plugins;

  @Override
  public Object execute() {
    Caller.of(session, Role.OPERATOR);
    Table table = new Table("Plugin", "Version", "Kind", "Channel", "Routed", "State", "Trouble");
    for (Plugin plugin : plugins.all()) {
      table.row(
          plugin.name(),
          plugin.version(),
          plugin.kind(),
          plugin.channel().orElse("-"),
          plugin.routed() ? "yes" : "no",
          plugin.state(),
          plugin.trouble().orElse(""));
    }
    table.print(session);
    return null;
  }
}
