package io.svara.channel.facebook;

import io.svara.api.channel.Inbound;
import io.svara.api.channel.Parsed;
import io.svara.api.channel.RawDelivery;
import io.svara.api.message.Tree;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A delivery as the journal hands it over, with what was looked up for it. */
record Delivered(String payload, List<LookupAnswer> answers) implements RawDelivery {

  static final Instant RECEIVED = Instant.parse("2026-11-20T12:00:00Z");

  Delivered(String payload) {
    this(payload, List.of());
  }

  /** A delivery of one change to the page 100. */
  static Delivered change(String field, String value) {
    return new Delivered(
        """
        {"object":"page","entry":[{"id":"100","time":1449135003,
          "changes":[{"field":"%s","value":%s}]}]}"""
            .formatted(field, value));
  }

  /** A delivery of one Messenger event to the page 100. */
  static Delivered event(String members) {
    return new Delivered(
        """
        {"object":"page","entry":[{"id":"100","time":1457764198246,"messaging":[
          {"sender":{"id":"700"},"recipient":{"id":"100"},"timestamp":1457764197627,%s}]}]}"""
            .formatted(members));
  }

  /** What is read of it, though nobody answers a question. */
  Parsed parsed() {
    Parsed first = asked();
    return first instanceof Parsed.Needs needs ? answered(needs, 0, "null").asked() : first;
  }

  /** What is read of it, or asked for it. */
  Parsed asked() {
    return new FacebookChannel().parse(this);
  }

  /** The same after its questions were answered alike. */
  Delivered answered(Parsed.Needs needs, int status, String body) {
    Tree tree = new Json().read(body);
    return new Delivered(
        payload,
        needs.lookups().stream()
            .map(lookup -> new LookupAnswer(lookup.name(), status, tree))
            .toList());
  }

  List<Inbound> items() {
    return ((Parsed.Items) parsed()).items();
  }

  <T extends Inbound> T only(Class<T> kind) {
    List<Inbound> items = items();
    if (items.size() != 1) {
      throw new AssertionError("One item was expected, not " + items);
    }
    return kind.cast(items.get(0));
  }

  @Override
  public String id() {
    return "1";
  }

  @Override
  public Instant receivedAt() {
    return RECEIVED;
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
    return payload.getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public Tree json() {
    return new Json().read(payload);
  }
}
