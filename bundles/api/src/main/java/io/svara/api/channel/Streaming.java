package io.svara.api.channel;

import java.util.Optional;
import org.osgi.annotation.versioning.ConsumerType;

/** A connector whose platform pushes news over a connection that we hold open. */
@ConsumerType
public interface Streaming {

  /**
   * Reads the stream until it ends or the thread is interrupted, handing each event to the intake.
   * Called on a thread of the host's own, under the account's lease: never twice at once for one
   * account, and never by two versions. Returning, or throwing, makes the host call again after a
   * pause that grows; so a connector need not retry.
   *
   * @param cursor the last cursor that was made durable; empty the first time
   * @throws InterruptedException when the host takes the lease away, for a swap or a stop
   * @throws Http.NotSent as the host's HTTP threw it; a connector need not catch it
   * @throws Http.NoAnswer as the host's HTTP threw it, or for an answer that is none
   * @throws AccountRefused when the platform will not serve the account
   */
  void stream(Optional<String> cursor, Intake intake, ChannelHost host)
      throws InterruptedException, Http.NotSent, Http.NoAnswer, AccountRefused;

  /** Where a stream's events go. */
  interface Intake {
    /**
     * Makes one event durable together with the cursor after it; returns when it is, so a platform
     * that wants an acknowledgement gets it after this call.
     *
     * @throws InterruptedException when the lease was taken away; the event was not kept
     */
    void accept(Arrival arrival, String cursor) throws InterruptedException;
  }
}
