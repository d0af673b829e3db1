package io.svara.shell;

import io.svara.engine.desk.Actor;
import io.svara.engine.desk.CommandLine;
import io.svara.engine.desk.Refused;
import io.svara.engine.journal.JournalUnavailable;
import io.svara.engine.views.ViewsStarting;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.karaf.shell.api.console.Command;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.api.console.SessionFactory;
import org.apache.karaf.shell.support.CommandException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs one command in a session of its own, and keeps what it printed. */
@Component
public final class ShellCommands implements CommandLine {
  private static final Logger LOG = LoggerFactory.getLogger(ShellCommands.class);
  private static final String SCOPE = "svara";
  private static final int FAILED = 1;
  private static final int NO_COMMAND = 2;

  /** Everything but what the shell's language gives a meaning: pipes, scripts, variables. */
  private static final Pattern PLAIN =
      Pattern.compile(
          "[ \\t]*(?:(?:" + SCOPE + ":)?([a-z-]+))((?:[ \\t][^|;&$`{}()\\[\\]<>#%!\\r\\n]*)?)");

  private static final Pattern COLOURS = Pattern.compile("\\u001B\\[[0-9;]*m");

  private final SessionFactory sessions;

  @Activate
  public ShellCommands(@Reference SessionFactory sessions) {
    this.sessions = sessions;
  }

  @Override
  public Outcome run(String command, Actor actor) {
    Matcher plain = PLAIN.matcher(command);
    if (!plain.matches()) {
      return failure("This is not a single plain command; see help.", NO_COMMAND);
    }
    String name = plain.group(1);
    String arguments = plain.group(2);
    if (name.equals("help")) {
      String about = arguments.strip().replaceFirst("^" + SCOPE + ":", "");
      return about.isEmpty() || about.equals(SCOPE)
          ? list()
          : run(SCOPE + ":" + about + " --help", actor);
    }
    if (sessions.getRegistry().getCommand(SCOPE, name) == null) {
      return failure("There is no command " + SCOPE + ":" + name + "; see help.", NO_COMMAND);
    }
    return execute(SCOPE + ":" + name + arguments, actor);
  }

  private Outcome list() {
    StringBuilder list = new StringBuilder();
    sessions.getRegistry().getCommands().stream()
        .filter(command -> command.getScope().equals(SCOPE))
        .sorted(Comparator.comparing(Command::getName))
        .forEach(
            command ->
                list.append(
                    String.format(
                        "%s:%-16s %s%n", SCOPE, command.getName(), command.getDescription())));
    return new Outcome(list.toString(), "", 0);
  }

  private Outcome execute(String line, Actor actor) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int exitCode = 0;
    try (PrintStream output = new PrintStream(out, true, StandardCharsets.UTF_8);
        PrintStream errors = new PrintStream(err, true, StandardCharsets.UTF_8);
        Session session = sessions.create(new ByteArrayInputStream(new byte[0]), output, errors)) {
      Caller.set(session, actor);
      try {
        session.execute(line);
      } catch (Exception e) {
        errors.println(reason(e, line));
        exitCode = e instanceof CommandException ? NO_COMMAND : FAILED;
      }
    }
    return new Outcome(plain(out), plain(err), exitCode);
  }

  /** What was printed, without the colours of a terminal. */
  private static String plain(ByteArrayOutputStream printed) {
    return COLOURS.matcher(printed.toString(StandardCharsets.UTF_8)).replaceAll("");
  }

  private static String reason(Exception failure, String line) {
    if (failure instanceof CommandException usage) {
      return usage.getNiceHelp();
    }
    if (failure instanceof Refused
        || failure instanceof JournalUnavailable
        || failure instanceof ViewsStarting
        || failure instanceof IOException) {
      return failure.getMessage();
    }
    // The name alone: an argument may be somebody's data.
    String name = line.split("\\s", 2)[0];
    LOG.error("The command {} failed.", name, failure);
    return name + " failed in a way that nobody foresaw; the log says how.";
  }

  private static Outcome failure(String error, int exitCode) {
    return new Outcome("", error + System.lineSeparator(), exitCode);
  }
}
