package io.svara.shell;

import io.svara.engine.people.People;
import io.svara.engine.people.User;
import java.util.List;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.CommandLine;
import org.apache.karaf.shell.api.console.Completer;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.completers.StringsCompleter;

/** Completes the names of users. */
@Service
public final class UserNames implements Completer {
  @Reference private People people;

  @Override
  public int complete(Session session, CommandLine line, List<String> candidates) {
    return new StringsCompleter(people.all().stream().map(User::name).toList())
        .complete(session, line, candidates);
  }
}
