package io.svara.gateway.testing;

import io.svara.engine.desk.Actor;
import io.svara.engine.desk.Deliveries;
import io.svara.engine.desk.Page;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** One delivery, {@code 9}. */
public final class MemoryDeliveries implements Deliveries {
  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

  @Override
  public Page<Delivery> list(
      Optional<String> source, Optional<State> state, int limit, Optional<String> cursor) {
    return new Page<>(List.of(delivery(state.orElse(State.READ))), Optional.empty());
  }

  @Override
  public Optional<Delivery> get(String id) {
    return id.equals("9") ? Optional.of(delivery(State.READ)) : Optional.empty();
  }

  @Override
  public Optional<byte[]> raw(String id) {
    return id.equals("9") ? Optional.of("{}".getBytes(StandardCharsets.UTF_8)) : Optional.empty();
  }

  @Override
  public Delivery replay(String id, Actor actor) {
    return delivery(State.WAITING);
  }

  @Override
  public int replayAll(Optional<String> source, Actor actor) {
    return source.isPresent() ? 1 : 3;
  }

  @Override
  public Delivery dismiss(String id, String reason, Actor actor) {
    return delivery(State.DISMISSED);
  }

  private static Delivery delivery(State state) {
    return new Delivery(
        "9",
        "fb",
        "facebook",
        NOON,
        state,
        Optional.of("1.0.0"),
        Optional.empty(),
        2,
        List.of(
            new Item(
                "message",
                "opened",
                Optional.of("norrsken"),
                Optional.of("1_2"),
                Optional.of("C1"),
                "message 1_2")));
  }
}
