package io.svara.engine.desk;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What came in, and what became of each item of it. */
public interface Deliveries {

  /** Newest first; only those of the endpoint or account, and of the state, when given. */
  Page<Delivery> list(
      Optional<String> source, Optional<State> state, int limit, Optional<String> cursor);

  Optional<Delivery> get(String id);

  /** The bytes as they came; empty when redacted. */
  Optional<byte[]> raw(String id);

  /**
   * Has a delivery read again by the running connector; what was already taken from it is not taken
   * twice.
   */
  Delivery replay(String id, Actor actor);

  /** Has everything in quarantine of this source, or of all, read again; returns how many. */
  int replayAll(Optional<String> source, Actor actor);

  /**
   * Says that a person has looked at a quarantined delivery and that nothing is to be done; it
   * stays in the journal.
   */
  Delivery dismiss(String id, String reason, Actor actor);

  /**
   * One delivery.
   *
   * @param source the endpoint, or for what was fetched the account
   * @param version of the connector that read it
   * @param reason why it is in quarantine or waits
   */
  record Delivery(
      String id,
      String source,
      String channel,
      Instant receivedAt,
      State state,
      Optional<String> version,
      Optional<String> reason,
      int bytes,
      List<Item> items) {}

  /**
   * What became of one item.
   *
   * @param kind such as {@code message}, {@code edit}, {@code removal}, {@code status}, {@code
   *     ignored}, {@code unknown}
   * @param outcome such as {@code opened}, {@code added}, {@code duplicate}, {@code own}, {@code
   *     ghost}, {@code ignored}, {@code unknown}, {@code quarantined}
   * @param detail in words
   */
  record Item(
      String kind,
      String outcome,
      Optional<String> account,
      Optional<String> platformId,
      Optional<String> caseId,
      String detail) {}

  /** How a delivery stands. */
  enum State {
    /** Kept, not yet read. */
    WAITING,
    /** Read; all items have an outcome. */
    READ,
    /** It, or an item of it, could not be understood. */
    QUARANTINED,
    /** A person saw that nothing is to be done. */
    DISMISSED
  }
}
