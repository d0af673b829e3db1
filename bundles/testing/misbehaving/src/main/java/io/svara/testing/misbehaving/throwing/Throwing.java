package io.svara.testing.misbehaving.throwing;

import io.svara.api.channel.Channel;
import io.svara.api.channel.Parsed;
import io.svara.api.message.Tree;
import io.svara.testing.misbehaving.kit.Mendable;
import org.osgi.service.component.annotations.Component;

/** Throws at every delivery; where it says {@code error}, what no plugin should throw. */
@Component(service = Channel.class)
public final class Throwing extends Mendable {
  public Throwing() {
    super("throwing");
  }

  @Override
  protected Parsed misread(String what, Tree body) {
    if (what.equals("error")) {
      throw new StackOverflowError();
    }
    throw new IllegalStateException("Kim's telephone number is 070-123 45 67.");
  }
}
