package io.svara.testing.conformance;

import io.svara.api.channel.RawDelivery;
import io.svara.api.message.Tree;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A delivery as the journal hands it to a connector. */
@SuppressWarnings("ArrayRecordComponent") // Nobody compares deliveries.
record Raw(
    String id,
    Instant receivedAt,
    Optional<String> account,
    Map<String, String> headers,
    byte[] bytes,
    List<LookupAnswer> answers)
    implements RawDelivery {

  static Raw posted(String id, Instant receivedAt, Map<String, String> headers, byte[] body) {
    return new Raw(id, receivedAt, Optional.empty(), headers, body, List.of());
  }

  static Raw fetched(String id, Instant receivedAt, String account, byte[] body) {
    return new Raw(id, receivedAt, Optional.of(account), Map.of(), body, List.of());
  }

  Raw with(byte[] body) {
    return new Raw(id, receivedAt, account, headers, body, answers);
  }

  /** With further answers after those that it has. */
  Raw with(List<LookupAnswer> further) {
    List<LookupAnswer> all = new ArrayList<>(answers);
    all.addAll(further);
    return new Raw(id, receivedAt, account, headers, bytes, List.copyOf(all));
  }

  /** The same bytes, delivered once more at another time. */
  Raw again(String newId, Instant when) {
    return new Raw(newId, when, account, headers, bytes, answers);
  }

  @Override
  public byte[] body() {
    return bytes.clone();
  }

  @Override
  public Tree json() {
    return new Trees().read(new String(bytes, StandardCharsets.UTF_8));
  }
}
