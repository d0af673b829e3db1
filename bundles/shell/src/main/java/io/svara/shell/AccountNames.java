package io.svara.shell;

import io.svara.engine.desk.Presence;
import java.util.List;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.CommandLine;
import org.apache.karaf.shell.api.console.Completer;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.completers.StringsCompleter;

/** Completes the names of accounts. */
@Service
public final class AccountNames implements Completer {
  @Reference private Presence presence;

  @Override
  public int complete(Session session, CommandLine line, List<String> candidates) {
    return new StringsCompleter(presence.accounts().stream().map(Presence.Account::name).toList())
        .complete(session, line, candidates);
  }
}
