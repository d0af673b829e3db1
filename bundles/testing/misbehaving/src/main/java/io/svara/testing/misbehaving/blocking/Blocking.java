package io.svara.testing.misbehaving.blocking;

import io.svara.api.channel.Channel;
import io.svara.testing.misbehaving.kit.Mendable;
import java.util.concurrent.CountDownLatch;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** Never comes to the end of its activation, and is to be activated when its bundle starts. */
@Component(service = Channel.class, immediate = true)
public final class Blocking extends Mendable {
  public Blocking() {
    super("blocking");
  }

  @Activate
  void activate() throws InterruptedException {
    if (!isMended()) {
      new CountDownLatch(1).await();
    }
  }
}
