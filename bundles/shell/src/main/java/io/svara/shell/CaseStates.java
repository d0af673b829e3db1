package io.svara.shell;

import io.svara.engine.desk.CaseState;
import java.util.List;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.CommandLine;
import org.apache.karaf.shell.api.console.Completer;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.completers.StringsCompleter;

/** Completes the states of cases. */
@Service
public final class CaseStates implements Completer {
  @Override
  public int complete(Session session, CommandLine line, List<String> candidates) {
    return new StringsCompleter(Words.all(CaseState.class)).complete(session, line, candidates);
  }
}
