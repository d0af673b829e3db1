package io.svara.host.channel;

/** Whether a call still runs: what it was given works no longer than it does. */
final class CallStanding {
  private final String call;
  private volatile boolean over;

  /**
   * @param call as messages name it
   */
  CallStanding(String call) {
    this.call = call;
  }

  void check() {
    if (over) {
      throw new IllegalStateException(
          "The call of " + call + " is over; a connector must not keep what it was given for it.");
    }
  }

  void end() {
    over = true;
  }
}
