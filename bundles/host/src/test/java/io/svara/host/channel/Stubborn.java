package io.svara.host.channel;

import io.svara.api.channel.RawDelivery;
import io.svara.api.message.Tree;
import io.svara.host.living.Raw;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** A delivery that holds the odd connector until it is released. */
record Stubborn(Raw raw, AtomicInteger released) implements RawDelivery {

  Stubborn(AtomicInteger released) {
    this(new Raw("stubborn"), released);
  }

  @Override
  public String id() {
    return released.get() == 0 ? "held" : "released";
  }

  @Override
  public Instant receivedAt() {
    return raw.receivedAt();
  }

  @Override
  public Optional<String> account() {
    return raw.account();
  }

  @Override
  public Map<String, String> headers() {
    return raw.headers();
  }

  @Override
  public byte[] body() {
    return raw.body();
  }

  @Override
  public Tree json() {
    return raw.json();
  }

  @Override
  public List<LookupAnswer> answers() {
    return raw.answers();
  }
}
