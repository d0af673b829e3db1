package io.svara.shell;

import io.svara.engine.desk.Swaps;
import java.util.List;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.CommandLine;
import org.apache.karaf.shell.api.console.Completer;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.completers.StringsCompleter;

/** Completes the names of plugins. */
@Service
public final class PluginNames implements Completer {
  @Reference private Swaps swaps;

  @Override
  public int complete(Session session, CommandLine line, List<String> candidates) {
    return new StringsCompleter(swaps.plugins().stream().map(Swaps.Line::name).toList())
        .complete(session, line, candidates);
  }
}
