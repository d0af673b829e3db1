package io.svara.shell;

import io.svara.engine.desk.Actor;
import io.svara.engine.desk.Deliveries;
import io.svara.engine.desk.Refused;
import io.svara.engine.desk.Role;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;

/** {@code svara:replay}. */
@Service
@Command(
    scope = "svara",
    name = "replay",
    description = "Has a delivery, or all of the quarantine, read again by the running connector.",
    detailedDescription = "What was already taken from a delivery is not taken twice.")
public final class ReplayCommand implements Action {
  @Argument(name = "delivery", description = "The delivery's id; leave it out with --all.")
  @Completion(QuarantinedDeliveries.class)
  private String delivery;

  @Option(name = "--all", description = "Everything in quarantine.")
  private boolean all;

  @Option(name = "--source", description = "With --all: only of this endpoint or account.")
  private String source;

  @Reference private Session session;
  @Reference private Deliveries deliveries;

  @Override
  public Object execute() {
    Actor actor = Caller.of(session, Role.OPERATOR);
    if (all == (delivery != null)) {
      throw Refused.invalid("Name one delivery, or --all.");
    }
    if (all) {
      int replayed = deliveries.replayAll(Optional.ofNullable(source), actor);
      session.getConsole().println(replayed + " deliveries are read again.");
    } else {
      Deliveries.Delivery read = deliveries.replay(delivery, actor);
      session.getConsole().println(read.id() + " is " + Words.of(read.state()) + ".");
    }
    return null;
  }
}
