package io.svara.shell;

import io.svara.engine.desk.CaseQuery;
import io.svara.engine.desk.CaseState;
import io.svara.engine.desk.CaseSummary;
import io.svara.engine.desk.Cases;
import io.svara.engine.desk.Role;
import java.util.Optional;
import java.util.Set;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;

/** {@code svara:cases}. Shows how cases stand, not what customers wrote. */
@Service
@Command(
    scope = "svara",
    name = "cases",
    description = "Lists cases, the last touched first, without what customers wrote.")
public final class CasesCommand implements Action {
  @Option(name = "--state", description = "Only cases in this state.")
  @Completion(CaseStates.class)
  private String state;

  @Option(name = "--account", description = "Only cases of this account.")
  @Completion(AccountNames.class)
  private String account;

  @Option(name = "--limit", description = "At most so many, 1 to 200.")
  private String limit = "20";

  @Argument(name = "words", description = "Words to find; quote several.")
  private String words;

  @Reference private Session session;
  @Reference private Cases cases;

  @Override
  public Object execute() {
    Caller.of(session, Role.AGENT, Role.LEAD, Role.CRISIS_LEAD, Role.POLICY_OWNER, Role.OPERATOR);
    Set<CaseState> states = state == null ? Set.of() : Set.of(Words.parse(CaseState.class, state));
    CaseQuery query =
        new CaseQuery(
            Optional.ofNullable(words),
            states,
            Optional.empty(),
            Optional.ofNullable(account),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Numbers.limit(limit),
            Optional.empty());
    Table table =
        new Table("Case", "State", "Channel", "Account", "Assignee", "Messages", "Updated");
    for (CaseSummary found : cases.find(query).items()) {
      table.row(
          found.id(),
          Words.of(found.state()),
          found.channel(),
          found.account(),
          found.assignee().orElse("-"),
          found.messages(),
          found.updatedAt());
    }
    table.print(session);
    return null;
  }
}
