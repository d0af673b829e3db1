package io.svara.api.channel;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * A connector: the one class through which Svara speaks with one platform. Register it as an OSGi
 * service (a {@code Component} is enough); the host finds it, asks for its {@link #descriptor()}
 * once, and holds it only for the length of one call.
 *
 * <p>A connector owns no thread, no cache, no executor and no static state: what it needs it asks
 * of the {@link ChannelHost} that comes with each call. All methods may be called by several
 * threads at once. A call that outlasts the host's deadline is interrupted and, if that does not
 * help, abandoned.
 *
 * <p>What the platform can do beyond this is told by further interfaces: {@link Polling}, {@link
 * Streaming}, {@link LookingUp}.
 */
@ConsumerType
public interface Channel {

  /**
   * What this connector is and can do. Called when the connector appears, and the answer is kept in
   * the journal, so that deliveries are authenticated and accepted while no version of the
   * connector runs. Always the same value.
   */
  ChannelDescriptor descriptor();

  /**
   * Reads one raw delivery. A pure function of its argument: no clock, no network, no memory of
   * earlier calls, because the same delivery is parsed again after an upgrade, in a shadow run, and
   * in recovery.
   *
   * <p>Called after the delivery was made durable and acknowledged, once or more, in the order in
   * which deliveries of an endpoint arrived. Malformed input is an answer ({@link
   * Parsed.Malformed}); an exception is treated as that, and counted against the connector.
   */
  Parsed parse(RawDelivery delivery);

  /**
   * Sends one text. Called at most once for each idempotency key until a receipt is known, under
   * the account's lease: never two at a time for one account, in the order in which they were
   * approved.
   *
   * <p>A timeout or a broken connection after the request may have left is {@link Receipt.Unknown},
   * never a rejection. An exception that escapes is taken as unknown as well.
   */
  Receipt deliver(Outbound message, ChannelHost host);

  /**
   * Finds out what became of a delivery that ended as unknown, by asking the platform. Changes
   * nothing there.
   *
   * <p>{@link Receipt.Accepted} with the platform's id where the text is found, {@link
   * Receipt.NotDelivered} where the platform is certain not to have it, {@link Receipt.Unknown}
   * where it cannot tell. Where the question itself was refused the text stays unknown: {@link
   * Receipt.RetryAfter} has it asked again after that pause, {@link Receipt.Rejected} with {@code
   * account} stops the account until somebody mends it. Asked several times; in the end a person
   * decides.
   *
   * <p>A text is known by {@link Outbound#idempotencyKey()} where the platform keeps that. Else by
   * its words in its conversation, and then what stands among {@link Outbound#earlier()} is none of
   * it: the same words may have been sent minutes ago. Where more than one is left nobody can tell
   * which it is: {@link Receipt.Unknown}.
   */
  Receipt reconcile(Outbound message, ChannelHost host);
}
