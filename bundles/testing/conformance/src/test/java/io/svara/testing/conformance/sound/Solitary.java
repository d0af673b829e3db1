package io.svara.testing.conformance.sound;

/** As a plugin, it takes something of the process that there is once. */
public final class Solitary extends SoundChannel {
  private static final String TAKEN = "io.svara.testing.conformance.solitary";

  void enter() {
    if (System.setProperty(TAKEN, "taken") != null) {
      throw new IllegalStateException("There is another one.");
    }
  }

  void leave() {
    System.clearProperty(TAKEN);
  }
}
