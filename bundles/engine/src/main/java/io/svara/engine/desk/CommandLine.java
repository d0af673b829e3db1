package io.svara.engine.desk;

/** Runs an operator's commands, as they are typed in the shell. Optional: without it none run. */
public interface CommandLine {

  /**
   * Runs one command and waits for its end. Only {@code svara:} commands and {@code help}; no
   * pipes, no scripts. What fails is an outcome, never an exception.
   *
   * @param actor in whose name; a command that this actor may not run says so
   */
  Outcome run(String command, Actor actor);

  /**
   * What the command printed.
   *
   * @param error why it failed; empty when it did not
   * @param exitCode 0 when it did what was asked, 1 when it could not, 2 when it is no command or
   *     has the wrong arguments
   */
  record Outcome(String output, String error, int exitCode) {}
}
