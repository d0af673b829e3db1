package io.svara.testing.conformance;

import io.svara.api.message.Visibility;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A fake platform as the kit drives it: a real HTTP server on loopback with one account, customers
 * who do as they are told, and troubles at will. All methods are called on the test's thread.
 *
 * <p>What a platform cannot do need not be implemented: the contract's {@link
 * ChannelContract#optOuts()} says so, and no case asks for it.
 */
public interface Platform extends AutoCloseable {

  /** The platform's id of the account. */
  String account();

  /** The account's settings, its addresses on loopback among them; no secrets. */
  Map<String, String> settings();

  /** Sets the platform's clock, which stands still otherwise. */
  void time(Instant now);

  /**
   * Where customers do this, on a platform that has it in one place only: answers, pictures and the
   * account's own words in private threads and not under reviews. Asked for it elsewhere, a fake
   * throws an {@link UnsupportedOperationException} with words.
   *
   * @param usual where the cases happen otherwise: in public, where one can answer in public
   */
  default Visibility where(Feature feature, Visibility usual) {
    return usual;
  }

  // What happens there

  /** Somebody who never wrote before begins a conversation. */
  Written writes(Visibility where, String text);

  /** The same customer writes again, as an answer to their own message. */
  default Written repliesTo(Written message, String text) {
    throw unable(Feature.REPLIES);
  }

  /** Somebody who never wrote before sends a picture. */
  default Written attaches(Visibility where, String text, URI picture) {
    throw unable(Feature.ATTACHMENTS);
  }

  /** A person answers in the platform's own pages, in the account's name. */
  default Written answers(Written message, String text) {
    throw unable(Feature.ECHOES);
  }

  /** The author gives a message another text. */
  default void edits(Written message, String text) {
    throw unable(Feature.EDITS);
  }

  /** The author takes a message back. */
  default void removes(Written message) {
    throw unable(Feature.REMOVALS);
  }

  /** Something is told that needs no answer: a like. */
  default void reactsTo(Written message) {
    throw unable(Feature.REACTIONS);
  }

  /** Something is told that no connector knows yet, in the platform's usual envelope. */
  default void doesSomethingNew() {
    throw unable(Feature.UNKNOWN_EVENTS);
  }

  /** Somebody who never wrote before writes, and the delivery leaves the words out. */
  default Written writesUntold(String text) {
    throw unable(Feature.LOOKUPS);
  }

  /** What the acts cause comes in one delivery. */
  default void together(Runnable acts) {
    throw unable(Feature.BATCHES);
  }

  /** What the acts cause stands twice in one delivery. */
  default void twice(Runnable acts) {
    throw unable(Feature.BATCHES);
  }

  /**
   * Makes long the list in which a connector looks for a text that it sent, so that {@link
   * ReconcileCases} has pages to turn: with so many more texts than before, newer than what stands
   * there. Who writes them is the platform's matter: where one lists what stands under a message,
   * others who write under it; where one lists what the account sent, colleagues who answer
   * somebody by hand. Theirs are the account's texts like any other: they stand in {@link
   * #texts()}, and are told where the platform tells such.
   */
  default void crowds(Written message, int others) {
    throw unable(Feature.PAGES);
  }

  // What it tells

  /**
   * The deliveries that were caused since the last call, oldest first; none where the platform must
   * be asked.
   */
  default List<Post> posts() {
    return List.of();
  }

  /** The question that it asks when our address is registered. */
  default Handshake handshake() {
    throw unable(Feature.CHALLENGE);
  }

  /** What stands there in the account's name, oldest first. */
  List<Said> texts();

  /** How many hold a connection open for news now. */
  default int listeners() {
    throw unable(Feature.STREAMING);
  }

  // How it misbehaves

  /** Ends every connection that is held open for news. */
  default void hangsUp() {
    throw unable(Feature.STREAMING);
  }

  /** So many of the next calls meet this trouble. */
  void meet(Trouble trouble, int calls);

  /** The pause that it names where it is called too often. */
  default Duration pause() {
    throw unable(Feature.RATE_LIMITS);
  }

  /** The account's token is too old from now on. */
  default void expireToken() {
    throw unable(Feature.EXPIRING_TOKENS);
  }

  /** The account's token is withdrawn. */
  default void revokeToken() {
    throw unable(Feature.REVOKED_TOKENS);
  }

  /**
   * The account's token is good again, the same one. No case asks for it: for those who try by hand
   * what becomes of an account that is mended and resumed.
   */
  default void renewToken() {
    throw new UnsupportedOperationException(
        "This fake platform cannot do it: implement renewToken().");
  }

  /** Stops the server; nothing listens at its port afterwards. */
  @Override
  void close();

  private static UnsupportedOperationException unable(Feature feature) {
    return new UnsupportedOperationException(
        "This fake platform cannot do it: implement the method, or opt out of "
            + feature
            + " with the platform's reason.");
  }
}
