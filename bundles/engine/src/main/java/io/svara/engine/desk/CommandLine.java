package io.svara.engine.desk;

/** Runs an operator's commands, as they are typed in the shell. Optional: without it none run. */
public interface CommandLine {

  /**
   * Runs one command and waits for its end. Only {@code svara:} commands and {@code help}; no
   * pipes, no scripts.
   *
   * @throws Refused when it is not such a command
   */
  Outcome run(String command, Actor actor);

  /**
   * What the command printed.
   *
   * @param exitCode 0 when it did what was asked
   */
  record Outcome(String output, String error, int exitCode) {}
}
