package io.svara.shell;

import io.svara.engine.desk.Deliveries;
import io.svara.engine.desk.Role;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;

/** {@code svara:quarantine}. */
@Service
@Command(
    scope = "svara",
    name = "quarantine",
    description = "Lists what came in and could not be understood, and why. See svara:replay.")
public final class QuarantineCommand implements Action {
  @Option(name = "--source", description = "Only of this endpoint or account.")
  private String source;

  @Option(name = "--limit", description = "At most so many, 1 to 200.")
  private String limit = "50";

  @Reference private Session session;
  @Reference private Deliveries deliveries;

  @Override
  public Object execute() {
    Caller.of(session, Role.OPERATOR);
    Table table =
        new Table("Delivery", "Source", "Channel", "Received", "Bytes", "Version", "Reason");
    for (Deliveries.Delivery delivery :
        deliveries
            .list(
                Optional.ofNullable(source),
                Optional.of(Deliveries.State.QUARANTINED),
                Numbers.limit(limit),
                Optional.empty())
            .items()) {
      table.row(
          delivery.id(),
          delivery.source(),
          delivery.channel(),
          delivery.receivedAt(),
          delivery.bytes(),
          delivery.version().orElse("-"),
          delivery.reason().orElse(""));
    }
    table.print(session);
    return null;
  }
}
