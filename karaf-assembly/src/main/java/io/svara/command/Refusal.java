package io.svara.command;

/** Why a command could not be run; the message says what happened and what to do. */
final class Refusal extends Exception {
  private static final long serialVersionUID = 1L;

  Refusal(String message) {
    super(message);
  }
}
