package io.svara.shell;

import io.svara.engine.desk.Actor;
import io.svara.engine.desk.Role;
import io.svara.engine.desk.Swaps;
import java.io.IOException;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;

/** {@code svara:plugin-promote}. */
@Service
@Command(
    scope = "svara",
    name = "plugin-promote",
    description = "Moves the work of a plugin to another version that is kept.",
    detailedDescription =
        "The new version runs beside the old one before it gets work; the old one ends what it is"
            + " at and is uninstalled. Its jar is kept for svara:plugin-rollback.")
public final class PluginPromoteCommand implements Action {
  @Argument(name = "plugin", description = "The plugin's name.", required = true)
  @Completion(PluginNames.class)
  private String plugin;

  @Argument(index = 1, name = "version", description = "The newest unless named.")
  @Completion(PluginVersions.class)
  private String version;

  @Option(name = "--why", description = "For the journal.")
  private String why = "";

  @Reference private Session session;
  @Reference private Swaps swaps;

  @Override
  public Object execute() throws IOException, InterruptedException {
    Actor actor = Caller.of(session, Role.OPERATOR);
    SwapReport.print(
        swaps, swaps.promote(plugin, Optional.ofNullable(version), why, actor), session);
    return null;
  }
}
