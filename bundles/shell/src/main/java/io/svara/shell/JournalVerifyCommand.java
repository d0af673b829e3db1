package io.svara.shell;

import io.svara.engine.desk.Refused;
import io.svara.engine.desk.Role;
import io.svara.engine.journal.JournalCare;
import java.io.IOException;
import java.io.PrintStream;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;

/** {@code svara:journal-verify}. */
@Service
@Command(
    scope = "svara",
    name = "journal-verify",
    description = "Reads the whole journal back and checks it; fails when something is damaged.")
public final class JournalVerifyCommand implements Action {
  @Reference private Session session;
  @Reference private JournalCare care;

  @Override
  public Object execute() throws IOException {
    Caller.of(session, Role.OPERATOR);
    JournalCare.Findings findings = care.verify();
    PrintStream out = session.getConsole();
    out.println(
        findings.entries()
            + " entries, "
            + findings.redacted()
            + " of them redacted, and "
            + findings.blobs()
            + " blobs were read.");
    findings.damages().forEach(out::println);
    if (!findings.damages().isEmpty()) {
      throw Refused.illegal(
          "The journal is damaged in " + findings.damages().size() + " places; restore a backup.");
    }
    out.println("All is sound.");
    return null;
  }
}
