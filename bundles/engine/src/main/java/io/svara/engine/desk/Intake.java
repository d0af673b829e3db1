package io.svara.engine.desk;

import io.svara.engine.journal.Appended;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Where raw deliveries enter. The gateway authenticates; what comes here is believed. */
public interface Intake {

  /**
   * The endpoint of that name, with the means to check who posts to it; empty when there is none.
   * It may be as it was up to a second ago.
   */
  Optional<Door> door(String endpoint);

  /**
   * Keeps a delivery. The future completes when it is durable; only then may it be acknowledged. It
   * fails with {@link io.svara.engine.journal.JournalUnavailable} when it is not kept.
   */
  CompletableFuture<Appended> accept(String endpoint, Map<String, String> headers, byte[] body);

  /**
   * An endpoint as the gateway needs it.
   *
   * @param authentication how a delivery proves itself; empty while no connector of the channel has
   *     ever run here
   */
  record Door(
      String endpoint,
      String channel,
      Optional<io.svara.api.channel.WebhookAuthentication> authentication) {}
}
