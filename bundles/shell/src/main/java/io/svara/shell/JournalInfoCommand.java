package io.svara.shell;

import io.svara.engine.desk.Role;
import io.svara.engine.journal.Journal;
import io.svara.engine.journal.JournalCare;
import io.svara.engine.views.Views;
import java.io.IOException;
import java.io.PrintStream;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;

/** {@code svara:journal-info}. */
@Service
@Command(
    scope = "svara",
    name = "journal-info",
    description = "Tells where the journal is, how large it is, and how far the views are.")
public final class JournalInfoCommand implements Action {
  @Reference private Session session;
  @Reference private Journal journal;
  @Reference private JournalCare care;
  @Reference private Views views;

  @Override
  public Object execute() throws IOException {
    Caller.of(session, Role.OPERATOR);
    JournalCare.Standing standing = care.standing();
    Views.Progress progress = views.progress();
    PrintStream out = session.getConsole();
    out.println("folder    " + standing.folder());
    out.println("id        " + standing.id());
    out.println("entries   " + standing.oldest() + " to " + standing.head());
    out.println("segments  " + standing.segments());
    out.println("bytes     " + standing.bytes());
    out.println("appends   " + journal.trouble().orElse("are taken"));
    out.println("views     " + Words.of(progress.phase()) + " at " + progress.position());
    progress.trouble().ifPresent(trouble -> out.println("trouble   " + trouble));
    return null;
  }
}
