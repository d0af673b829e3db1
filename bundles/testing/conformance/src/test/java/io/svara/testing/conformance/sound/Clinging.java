package io.svara.testing.conformance.sound;

/** As a plugin, it has the process hold an object of its own for good. */
public final class Clinging extends SoundChannel {
  public Clinging() {
    // The thread holds this object, and through its class the plugin's loader.
    Runtime.getRuntime().addShutdownHook(new Thread(this::descriptor));
  }
}
