package io.svara.shell;

import io.svara.engine.desk.Actor;
import io.svara.engine.desk.Erasure;
import io.svara.engine.desk.Refused;
import io.svara.engine.desk.Role;
import java.util.List;
import java.util.stream.Stream;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;

/** {@code svara:journal-redact}. */
@Service
@Command(
    scope = "svara",
    name = "journal-redact",
    description = "Destroys what entries say, for good: by position, message or contact.",
    detailedDescription =
        "The text is gone from journal, views and blobs when this returns, and from every backup"
            + " that is restored later. There is no way back.")
public final class JournalRedactCommand implements Action {
  @Option(name = "--position", description = "An entry's position.", multiValued = true)
  private List<String> positions;

  @Option(name = "--message", description = "A message's id.", multiValued = true)
  private List<String> messages;

  @Option(name = "--contact", description = "A contact's id: everything of that person.")
  private String contact;

  @Option(
      name = "--reason",
      description = "For the erasure ledger; no personal data.",
      required = true)
  private String reason;

  @Reference private Session session;
  @Reference private Erasure erasure;

  @Override
  public Object execute() {
    Actor actor = Caller.of(session, Role.OPERATOR);
    if (Stream.of(positions, messages, contact).filter(given -> given != null).count() != 1) {
      throw Refused.invalid("Name one of --position, --message and --contact.");
    }
    int redacted;
    if (positions != null) {
      redacted = erasure.positions(positionsAsNumbers(), reason, actor);
    } else if (messages != null) {
      redacted = erasure.messages(messages, reason, actor);
    } else {
      redacted = erasure.contact(contact, reason, actor);
    }
    session.getConsole().println(redacted + " entries were redacted.");
    return null;
  }

  private List<Long> positionsAsNumbers() {
    return positions.stream().map(typed -> Numbers.natural(typed, "--position")).toList();
  }
}
