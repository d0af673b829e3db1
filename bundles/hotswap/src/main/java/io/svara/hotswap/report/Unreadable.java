package io.svara.hotswap.report;

/** A report is none; the message says what is wrong with it. */
final class Unreadable extends Exception {
  private static final long serialVersionUID = 1L;

  Unreadable(String what) {
    super(
        "The report in the jar cannot be read: " + what + ". Ask the plugin's maker for another.");
  }
}
