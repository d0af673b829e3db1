package io.svara.shell;

import io.svara.engine.desk.Presence;
import io.svara.engine.desk.Role;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;

/** {@code svara:endpoints}. */
@Service
@Command(
    scope = "svara",
    name = "endpoints",
    description = "Lists the endpoints that platforms post to, and whether they are ready.")
public final class EndpointsCommand implements Action {
  @Reference private Session session;
  @Reference private Presence presence;

  @Override
  public Object execute() {
    Caller.of(session, Role.OPERATOR, Role.LEAD);
    Table table = new Table("Endpoint", "Channel", "Path", "Ready", "Secrets", "Trouble");
    for (Presence.Endpoint endpoint : presence.endpoints()) {
      table.row(
          endpoint.name(),
          endpoint.channel(),
          "/hooks/" + endpoint.name(),
          endpoint.ready() ? "yes" : "no",
          String.join(", ", endpoint.secrets()),
          endpoint.trouble().orElse(""));
    }
    table.print(session);
    return null;
  }
}
