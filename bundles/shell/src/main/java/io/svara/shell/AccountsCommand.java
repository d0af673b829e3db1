package io.svara.shell;

import io.svara.engine.desk.Presence;
import io.svara.engine.desk.Role;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;

/** {@code svara:accounts}. */
@Service
@Command(
    scope = "svara",
    name = "accounts",
    description = "Lists the accounts, who serves them, and how many replies wait.")
public final class AccountsCommand implements Action {
  @Reference private Session session;
  @Reference private Presence presence;

  @Override
  public Object execute() {
    Caller.of(session, Role.OPERATOR, Role.LEAD);
    Table table =
        new Table("Account", "Channel", "Endpoint", "Platform id", "Connector", "Waiting", "Fault");
    for (Presence.Account account : presence.accounts()) {
      table.row(
          account.name(),
          account.channel(),
          account.endpoint().orElse("-"),
          account.platformId(),
          account.connector().orElse("none runs"),
          account.waiting(),
          account.fault().orElse(""));
    }
    table.print(session);
    return null;
  }
}
