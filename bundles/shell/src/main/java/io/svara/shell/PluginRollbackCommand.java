package io.svara.shell;

import io.svara.engine.desk.Actor;
import io.svara.engine.desk.Role;
import io.svara.engine.desk.Swaps;
import io.svara.engine.desk.Swaps.Swap;
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

/** {@code svara:plugin-rollback}. */
@Service
@Command(
    scope = "svara",
    name = "plugin-rollback",
    description = "Brings the version back that had the work before.",
    detailedDescription = "Also while a swap is under way: it is turned around then.")
public final class PluginRollbackCommand implements Action {
  @Argument(name = "plugin", description = "The plugin's name.", required = true)
  @Completion(PluginNames.class)
  private String plugin;

  @Option(
      name = "--leaving",
      description = "The version that is to lose the work; refused when another has it.")
  private String leaving;

  @Option(name = "--why", description = "For the journal.")
  private String why = "";

  @Reference private Session session;
  @Reference private Swaps swaps;

  @Override
  public Object execute() throws IOException, InterruptedException {
    Actor actor = Caller.of(session, Role.OPERATOR);
    Swap swap = swaps.rollback(plugin, Optional.ofNullable(leaving), why, actor);
    try {
      SwapReport.print(swaps, swap, session);
    } catch (IOException takenBack) {
      // That a swap which was under way is taken back is what was asked for.
      if (swaps.get(swap.id()).map(Swap::state).orElse(null) != Swaps.State.ROLLED_BACK) {
        throw takenBack;
      }
    }
    return null;
  }
}
