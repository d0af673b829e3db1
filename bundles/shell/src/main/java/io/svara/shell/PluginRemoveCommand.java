package io.svara.shell;

import io.svara.engine.desk.Actor;
import io.svara.engine.desk.Role;
import io.svara.engine.desk.Swaps;
import java.io.IOException;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;

/** {@code svara:plugin-remove}. */
@Service
@Command(
    scope = "svara",
    name = "plugin-remove",
    description = "Takes a plugin out of service; its cases stay readable, its replies wait.",
    detailedDescription = "Its jars are moved to the folder removed beside the kept plugins.")
public final class PluginRemoveCommand implements Action {
  @Argument(name = "plugin", description = "The plugin's name.", required = true)
  @Completion(PluginNames.class)
  private String plugin;

  @Option(name = "--why", description = "For the journal.")
  private String why = "";

  @Reference private Session session;
  @Reference private Swaps swaps;

  @Override
  public Object execute() throws IOException, InterruptedException {
    Actor actor = Caller.of(session, Role.OPERATOR);
    SwapReport.print(swaps, swaps.remove(plugin, why, actor), session);
    return null;
  }
}
