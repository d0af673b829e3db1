package io.svara.api.channel;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ConsumerType;

/** A connector whose platform must be asked for news. */
@ConsumerType
public interface Polling {

  /**
   * Fetches what came since the cursor. Called under the account's lease, so never twice at once
   * for one account, and never by two versions. What is returned and the new cursor become durable
   * in one step; after a crash the call is made again with the old cursor, and the engine drops
   * what it has already seen.
   *
   * <p>A platform that asks to wait is answered with no deliveries, the same cursor and its pause.
   * What fails otherwise is thrown: the call is made again with the old cursor after a pause that
   * grows, and the log says why.
   *
   * @param cursor what the last call returned; empty the first time
   * @throws Http.NotSent as the host's HTTP threw it; a connector need not catch it
   * @throws Http.NoAnswer as the host's HTTP threw it, or for an answer that is none, such as a
   *     status of 500
   * @throws AccountRefused when the platform will not serve the account
   */
  Polled poll(Optional<String> cursor, ChannelHost host)
      throws Http.NotSent, Http.NoAnswer, AccountRefused;

  /**
   * What one poll brought.
   *
   * @param deliveries raw, oldest first, each to be parsed by {@link Channel#parse}
   * @param cursor where to go on; it may have moved without a delivery
   * @param again after what pause to ask again; zero when the platform has more pages now
   */
  record Polled(List<Arrival> deliveries, String cursor, Duration again) {
    public Polled {
      deliveries = List.copyOf(deliveries);
    }
  }
}
