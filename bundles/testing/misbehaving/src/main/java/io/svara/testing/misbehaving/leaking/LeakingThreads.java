package io.svara.testing.misbehaving.leaking;

import io.svara.api.channel.Channel;
import io.svara.api.channel.Parsed;
import io.svara.api.message.Tree;
import io.svara.testing.misbehaving.kit.Mendable;
import java.util.concurrent.CountDownLatch;
import org.osgi.service.component.annotations.Component;

/** Starts a thread with every delivery, and leaves it behind. */
@Component(service = Channel.class)
public final class LeakingThreads extends Mendable {
  public LeakingThreads() {
    super("leaking");
  }

  @Override
  protected Parsed misread(String what, Tree body) {
    Thread left = new Thread(LeakingThreads::waits, "leaking-" + body.at("n").text().orElse(""));
    left.setDaemon(true);
    left.start();
    return read(body);
  }

  private static void waits() {
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    }
  }
}
