package io.svara.shell;

import io.svara.engine.desk.Swaps;
import java.util.Arrays;
import java.util.List;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.CommandLine;
import org.apache.karaf.shell.api.console.Completer;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.completers.StringsCompleter;

/** Completes the versions of the plugin that the line names. */
@Service
public final class PluginVersions implements Completer {
  @Reference private Swaps swaps;

  @Override
  public int complete(Session session, CommandLine line, List<String> candidates) {
    List<String> words = Arrays.asList(line.getArguments());
    List<String> versions =
        swaps.plugins().stream()
            .filter(plugin -> words.contains(plugin.name()))
            .flatMap(plugin -> plugin.versions().stream())
            .filter(Swaps.Version::kept)
            .map(Swaps.Version::version)
            .toList();
    return new StringsCompleter(versions).complete(session, line, candidates);
  }
}
