package io.svara.testing.conformance.statics;

import io.svara.api.channel.Parsed;
import io.svara.api.channel.RawDelivery;
import io.svara.testing.conformance.sound.Deviation;
import io.svara.testing.conformance.sound.Varied;

/**
 * Counts what it read, for all that are like it. In a package of its own, which is looked through.
 */
public final class Counting extends Varied {
  private static int read;

  public Counting(Deviation deviation) {
    super(deviation);
  }

  @Override
  public Parsed parse(RawDelivery delivery) {
    count();
    return super.parse(delivery);
  }

  private static synchronized void count() {
    read++;
  }

  static synchronized int read() {
    return read;
  }
}
