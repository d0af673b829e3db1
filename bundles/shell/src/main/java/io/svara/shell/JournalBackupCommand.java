package io.svara.shell;

import io.svara.engine.desk.Role;
import io.svara.engine.journal.JournalCare;
import java.io.IOException;
import java.nio.file.Path;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.completers.FileCompleter;

/** {@code svara:journal-backup}. */
@Service
@Command(
    scope = "svara",
    name = "journal-backup",
    description = "Copies journal and blobs into an empty or new folder while work goes on.",
    detailedDescription =
        "A backup is restored while Svara is stopped, by the journal's own program: see"
            + " bundles/journal-file/README.md. Secrets are not in it; keep a copy of the secret"
            + " store elsewhere.")
public final class JournalBackupCommand implements Action {
  @Argument(
      name = "folder",
      description = "Where to; a path on the machine that Svara runs on.",
      required = true)
  @Completion(FileCompleter.class)
  private String folder;

  @Reference private Session session;
  @Reference private JournalCare care;

  @Override
  public Object execute() throws IOException {
    Caller.of(session, Role.OPERATOR);
    Path target = Path.of(folder).toAbsolutePath();
    long head = care.backup(target);
    session.getConsole().println("Everything up to entry " + head + " is in " + target + ".");
    return null;
  }
}
