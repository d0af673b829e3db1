package io.svara.host.living;

import io.svara.api.channel.RawDelivery;
import io.svara.api.message.Tree;
import io.svara.host.json.Json;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A delivery of that text. */
public record Raw(String text) implements RawDelivery {

  @Override
  public String id() {
    return "delivery-1";
  }

  @Override
  public Instant receivedAt() {
    return Instant.EPOCH;
  }

  @Override
  public Optional<String> account() {
    return Optional.empty();
  }

  @Override
  public Map<String, String> headers() {
    return Map.of();
  }

  @Override
  public byte[] body() {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public Tree json() {
    return new Json(1_000_000).read(text);
  }

  @Override
  public List<LookupAnswer> answers() {
    return List.of();
  }
}
