package io.svara.engine.plugins;

/**
 * What can be said of a step of a swap. The name is stable, so that pages can say it in the
 * reader's language; the sentence is for the journal, the log and the shell. Values stand in
 * braces.
 */
public enum Saying {
  NOTHING_TAKES_ITS_PLACE("Nothing takes its place."),
  RUNS("{plugin} {version} runs."),
  RUNS_BESIDE("{plugin} {version} runs beside {old}."),
  WORK_WAITS("Its work waits from now on."),
  WORK_GOES_TO("New work goes to {version}."),
  WORK_GOES_BACK("New work goes to {version} again."),
  WORK_GOES_NOWHERE("New work goes nowhere again."),
  NO_VERSION_BEFORE("There was no version before."),
  IDLE("No call of {version} is under way."),
  CALLS_INTERRUPTED("{calls} calls of {version} did not end in time and were interrupted."),
  CALLS_GIVEN_UP("{calls} calls of {version} could not be ended; they are given up."),
  NOTHING_TO_UNINSTALL("There was nothing to uninstall."),
  UNINSTALLED("{version} is uninstalled, after {calls} calls of which {failures} failed."),
  UNINSTALLED_AND_KEPT("{version} is uninstalled; its jar is kept."),
  JARS_PUT_AWAY("Its jars lie in the folder removed."),
  AS_IT_WAS("All is as it was."),
  STILL_IN_MEMORY("{version} is still in memory; no thread of it is."),
  HELD_BY_THREADS("{version} is still in memory, held by its threads {threads}."),
  LOADER_COLLECTED("Its class loader was collected, and no thread of it is left."),
  NEVER_LOADED("None of its classes was ever loaded."),
  NOT_INSTALLED("It was not installed."),
  NONE_TO_BE_LEFT("There was no version before that could be left."),
  PROCESS_ENDED("The process that had loaded it has ended since.");

  private final String sentence;

  Saying(String sentence) {
    this.sentence = sentence;
  }

  /** In English, with its values in braces. */
  public String sentence() {
    return sentence;
  }
}
