package io.svara.engine.intake;

import io.svara.api.channel.RawDelivery;
import io.svara.api.message.Tree;
import io.svara.engine.event.RawFrame;
import io.svara.engine.journal.Entry;
import io.svara.engine.plugins.Trees;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A raw delivery as a connector sees it. */
record StoredDelivery(
    String id,
    Instant receivedAt,
    Optional<String> account,
    Map<String, String> headers,
    byte[] bytes,
    List<LookupAnswer> answers,
    Trees trees)
    implements RawDelivery {

  /**
   * @param account the platform's id of the account that it was fetched for
   */
  static StoredDelivery of(Entry entry, RawFrame frame, Optional<String> account, Trees trees) {
    return new StoredDelivery(
        Long.toString(entry.position()),
        entry.recordedAt(),
        account,
        frame.about().headers(),
        frame.body(),
        List.of(),
        trees);
  }

  /** With further answers after those that it has. */
  StoredDelivery with(List<LookupAnswer> further) {
    List<LookupAnswer> all = new ArrayList<>(answers);
    all.addAll(further);
    return new StoredDelivery(id, receivedAt, account, headers, bytes, List.copyOf(all), trees);
  }

  @Override
  public byte[] body() {
    return bytes.clone();
  }

  @Override
  public Tree json() {
    return trees.read(bytes);
  }
}
