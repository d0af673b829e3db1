package io.svara.engine.plugins;

import io.svara.api.channel.Checking;
import io.svara.api.channel.Outbound;
import io.svara.api.channel.Parsed;
import io.svara.api.channel.Polling;
import io.svara.api.channel.RawDelivery;
import io.svara.api.channel.Receipt;
import io.svara.api.channel.Streaming;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The running connectors. Each call looks the version up by route, runs it under a deadline, and
 * lets go of it. A connector that throws, hangs or answers nonsense ends the call with {@link
 * Failed}; the caller decides what becomes of the work.
 */
public interface Connectors {

  /** Every connector that runs, with what it says of itself; the routed version of each channel. */
  List<Definition> running();

  /** The routed and running connector of the channel. */
  default Optional<Definition> running(String channel) {
    return running().stream().filter(d -> d.descriptor().channel().equals(channel)).findFirst();
  }

  /** Reads a delivery. */
  Parsed parse(String channel, RawDelivery delivery) throws Absent, Failed;

  /**
   * Has a question of a parse asked. Where nobody answered, or not in time, or the account has a
   * setting that refers to nothing, the status is 0.
   */
  RawDelivery.LookupAnswer lookUp(AccountRef account, Parsed.Lookup lookup) throws Absent, Failed;

  /** Sends. A failure of the connector is {@link Failed}; the text may have left. */
  Receipt deliver(AccountRef account, Outbound message) throws Absent, Failed;

  /** Finds out what became of a delivery. */
  Receipt reconcile(AccountRef account, Outbound message) throws Absent, Failed;

  /** Asks for news; only for connectors whose definition says that they poll. */
  Polling.Polled poll(AccountRef account, Cursors cursors) throws Absent, Failed, Refused;

  /**
   * Reads the account's stream on the calling thread until it ends, or the calling thread is
   * interrupted.
   *
   * @throws InterruptedException when it was interrupted
   */
  void stream(AccountRef account, Cursors cursors, Streaming.Intake intake)
      throws Absent, Failed, Refused, InterruptedException;

  /**
   * Tries an account's settings; only for connectors whose definition says that they can.
   *
   * @param language of the findings' words
   */
  List<Checking.Finding> check(AccountRef account, Locale language) throws Absent, Failed;

  /** Fetches an attachment's bytes into the blob store, from granted hosts only. */
  Fetched fetch(AccountRef account, URI uri) throws Absent;

  /** Tells when a connector appears or goes; called on any thread, must return at once. */
  AutoCloseable watch(Runnable changed);

  /** Where news is to go on. */
  @FunctionalInterface
  interface Cursors {

    /**
     * Asked once for each call, before it, on the caller's thread.
     *
     * @param version that gets the call; the cursor that comes of it is that version's
     */
    Optional<String> of(String version);
  }

  /** What came of fetching. */
  sealed interface Fetched {
    record Kept(String blob, String mediaType, long bytes) implements Fetched {}

    record Missed(String reason) implements Fetched {}
  }

  /**
   * No version of the connector runs, or none can take the call now; nothing was done, and the work
   * waits.
   */
  final class Absent extends Exception {
    private static final long serialVersionUID = 1L;

    public Absent(String channel) {
      super(
          "No connector for " + channel + " runs; what it would do waits until one is installed.");
    }

    /**
     * @param reason which version cannot take the call, and why
     */
    public Absent(String reason, Throwable cause) {
      super(reason, cause);
    }
  }

  /** The platform does not serve the account until somebody acts. */
  final class Refused extends Exception {
    private static final long serialVersionUID = 1L;

    /**
     * @param reason the connector's words and the platform's code
     */
    public Refused(String reason) {
      super(reason);
    }
  }

  /**
   * The connector failed the call, or the platform gave no answer where nothing else can be said.
   */
  final class Failed extends Exception {
    private static final long serialVersionUID = 1L;

    /**
     * @param message which connector and version, in which call, in which way; never a payload or a
     *     secret
     */
    public Failed(String message, Throwable cause) {
      super(message, cause);
    }
  }
}
