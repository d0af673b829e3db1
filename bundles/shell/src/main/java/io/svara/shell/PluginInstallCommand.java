package io.svara.shell;

import io.svara.engine.desk.Actor;
import io.svara.engine.desk.Role;
import io.svara.engine.desk.Swaps;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.completers.FileCompleter;

/** {@code svara:plugin-install}. */
@Service
@Command(
    scope = "svara",
    name = "plugin-install",
    description = "Keeps a plugin's jar; it gets no work until svara:plugin-promote.")
public final class PluginInstallCommand implements Action {
  @Argument(
      name = "jar",
      description = "A file on the machine that Svara runs on.",
      required = true)
  @Completion(FileCompleter.class)
  private String jar;

  @Option(name = "--why", description = "For the journal.")
  private String why = "";

  @Reference private Session session;
  @Reference private Swaps swaps;

  @Override
  public Object execute() throws IOException {
    Actor actor = Caller.of(session, Role.OPERATOR);
    Swaps.Staged staged = swaps.install(Files.readAllBytes(Path.of(jar)), why, actor);
    session
        .getConsole()
        .println(
            staged.plugin()
                + " "
                + staged.version()
                + " is kept (SHA-256 "
                + staged.digest()
                + ").");
    return null;
  }
}
