package io.svara.channel.email.mime;

import org.apache.james.mime4j.codec.DecodeMonitor;

/** Hears from the parser what is not as it should be, and goes on all the same. */
final class Faults extends DecodeMonitor {

  private final Flaws flaws;

  Faults(Flaws flaws) {
    this.flaws = flaws;
  }

  @Override
  public boolean warn(String error, String dropDesc) {
    if (error.startsWith("Body part ended prematurely")) {
      flaws.damaged("The mail ends before its last part does.");
    } else if (error.startsWith("Unexpected end of headers")) {
      flaws.damaged("A part has a header without an end.");
    } else if (!error.startsWith("Found") && !error.startsWith("Invalid header")) {
      flaws.damaged("What a part was encoded in is faulty (" + error + ").");
    }
    return false;
  }

  @Override
  public boolean isListening() {
    return true;
  }
}
