package io.svara.channel.facebook;

import io.svara.api.channel.ChannelHost;
import io.svara.api.channel.Http;
import io.svara.api.channel.Outbound;
import io.svara.api.channel.Receipt;
import io.svara.api.message.Visibility;
import java.time.Duration;
import java.util.Optional;

/** Sends one text, and says what is known of it afterwards. */
final class Sending {

  private static final Duration UNTIL_REACHABLE = Duration.ofMinutes(1);

  Receipt send(Outbound message, ChannelHost host) {
    Receipt receipt;
    try {
      receipt = send(message, Graph.of(host), host);
    } catch (Misconfigured e) {
      receipt = e.receipt();
    } catch (Http.NotSent e) {
      receipt =
          new Receipt.RetryAfter(UNTIL_REACHABLE, "Facebook was not reached: " + e.getMessage());
    } catch (Http.NoAnswer e) {
      receipt =
          new Receipt.Unknown(
              "Facebook did not answer, so it may have the text or not: " + e.getMessage());
    }
    log(message, receipt, host);
    return receipt;
  }

  private static Receipt send(Outbound message, Graph graph, ChannelHost host)
      throws Http.NotSent, Http.NoAnswer {
    boolean direct = message.privately() || message.visibility() == Visibility.PRIVATE;
    Request request =
        direct
            ? MessengerRequest.of(message, graph.page(), host.clock().instant())
            : CommentRequest.of(message, graph.page());
    Optional<Receipt> refusal = request.refusal();
    if (refusal.isPresent()) {
      return refusal.get();
    }
    Http.Answer answer = graph.post(request.path(), request.body());
    return new Outcome(graph).of(answer, request.accepted());
  }

  /** One line for what needs an operator; what needs an agent is in the receipt. */
  private static void log(Outbound message, Receipt receipt, ChannelHost host) {
    if (receipt instanceof Receipt.Rejected rejected && rejected.account()) {
      host.log()
          .warn(
              "Sending "
                  + message.idempotencyKey()
                  + " failed, and so will everything else of this account: "
                  + rejected.reason());
    }
  }
}
