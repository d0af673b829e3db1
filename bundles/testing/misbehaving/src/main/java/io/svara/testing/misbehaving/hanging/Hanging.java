package io.svara.testing.misbehaving.hanging;

import io.svara.api.channel.Channel;
import io.svara.api.channel.Parsed;
import io.svara.api.message.Tree;
import io.svara.testing.misbehaving.kit.Mendable;
import java.util.concurrent.CountDownLatch;
import org.osgi.service.component.annotations.Component;

/**
 * Waits for what never comes, at every delivery; where it says {@code stubborn}, through interrupts
 * too.
 */
@Component(service = Channel.class)
public final class Hanging extends Mendable {
  public Hanging() {
    super("hanging");
  }

  @Override
  protected Parsed misread(String what, Tree body) {
    CountDownLatch never = new CountDownLatch(1);
    do {
      try {
        never.await();
      } catch (InterruptedException ignored) {
        // That is its fault: it does not even pass the interrupt on.
      }
    } while (what.equals("stubborn"));
    return read(body);
  }
}
