package io.svara.testing.connectors;

import io.svara.api.channel.AccountRefused;
import io.svara.api.channel.ChannelHost;
import io.svara.api.channel.Http;
import io.svara.api.channel.Outbound;
import io.svara.api.channel.Receipt;
import io.svara.api.message.Tree;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The calls that the feed's platform knows, for one account. */
final class FeedCalls {
  private final ChannelHost host;

  FeedCalls(ChannelHost host) {
    this.host = host;
  }

  Tree after(String cursor) throws Http.NotSent, Http.NoAnswer, AccountRefused {
    Http.Answer answer = host.http().send(Http.Call.get(news("messages", cursor), headers()));
    check(answer.status());
    return host.http().json(answer);
  }

  Http.Lines stream(String cursor) throws Http.NotSent, Http.NoAnswer, AccountRefused {
    Http.Lines lines = host.http().open(Http.Call.get(news("stream", cursor), headers()));
    try {
      check(lines.status());
      return lines;
    } catch (Http.NoAnswer | AccountRefused refused) {
      lines.close();
      throw refused;
    }
  }

  private static void check(int status) throws Http.NoAnswer, AccountRefused {
    if (status == 401) {
      throw new AccountRefused("401", "The feed does not know the account's token.");
    }
    if (status != 200) {
      throw new Http.NoAnswer("The feed answered with status " + status + ".");
    }
  }

  Receipt deliver(Outbound message) {
    Map<String, Tree> body = new LinkedHashMap<>();
    body.put("key", Tree.of(message.idempotencyKey()));
    body.put("account", Tree.of(host.account().platformId()));
    body.put("thread", Tree.of(message.thread()));
    body.put("text", Tree.of(message.text()));
    byte[] json = host.write(Tree.branch(body)).getBytes(StandardCharsets.UTF_8);
    try {
      return receipt(host.http().send(Http.Call.post(at("messages"), headers(), json)));
    } catch (Http.NotSent notSent) {
      return new Receipt.RetryAfter(Duration.ofSeconds(1), notSent.getMessage());
    } catch (Http.NoAnswer noAnswer) {
      return new Receipt.Unknown(noAnswer.getMessage());
    }
  }

  Receipt reconcile(Outbound message) {
    try {
      Http.Answer answer =
          host.http()
              .send(Http.Call.get(at("messages/sent?key=" + message.idempotencyKey()), headers()));
      return answer.status() == 404
          ? new Receipt.NotDelivered("The feed has no message of that key.")
          : receipt(answer);
    } catch (Http.NotSent | Http.NoAnswer notKnown) {
      return new Receipt.Unknown(notKnown.getMessage());
    }
  }

  private Receipt receipt(Http.Answer answer) {
    if (answer.status() == 429) {
      return new Receipt.RetryAfter(Duration.ofSeconds(1), "The feed asked to wait.");
    }
    Optional<String> id = host.http().json(answer).at("id").text();
    if (answer.status() / 100 == 2 && id.isPresent()) {
      return new Receipt.Accepted(id.get(), Optional.empty());
    }
    return answer.status() / 100 == 4
        ? new Receipt.Rejected(
            String.valueOf(answer.status()), "The feed refused it.", answer.status() == 401)
        : new Receipt.Unknown("The feed answered with status " + answer.status() + ".");
  }

  private URI news(String path, String cursor) {
    return at(path + "?account=" + host.account().platformId() + "&after=" + cursor);
  }

  private URI at(String path) {
    return URI.create(host.account().setting(FeedDescription.BASE).orElseThrow() + "/" + path);
  }

  private Map<String, String> headers() {
    return host.account()
        .secret("token")
        .map(token -> Map.of("Authorization", "Bearer " + token))
        .orElse(Map.of());
  }
}
