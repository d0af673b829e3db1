package io.svara.testing.conformance.sound;

import io.svara.api.channel.AccountRefused;
import io.svara.api.channel.Arrival;
import io.svara.api.channel.ChannelHost;
import io.svara.api.channel.Http;
import io.svara.api.channel.Outbound;
import io.svara.api.channel.Polling.Polled;
import io.svara.api.channel.Receipt;
import io.svara.api.channel.Streaming;
import io.svara.api.message.Tree;
import io.svara.api.message.Visibility;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** The calls of the invented platform, for one account. */
final class SoundCalls {
  static final Duration USUAL_PAUSE = Duration.ofSeconds(30);

  private final ChannelHost host;

  SoundCalls(ChannelHost host) {
    this.host = host;
  }

  Receipt deliver(Outbound message) {
    Optional<String> token = host.account().secret(SoundDescription.TOKEN);
    if (token.isEmpty()) {
      return new Receipt.Rejected("no-token", "The shop has no token; connect it again.", true);
    }
    Map<String, String> headers = new HashMap<>(headers());
    headers.put("Content-Type", "application/json");
    headers.put("Idempotency-Key", message.idempotencyKey());
    byte[] body = host.write(Tree.branch(body(message))).getBytes(StandardCharsets.UTF_8);
    try {
      return receipt(host.http().send(Http.Call.post(at("/replies"), headers, body)));
    } catch (Http.NotSent away) {
      return new Receipt.RetryAfter(USUAL_PAUSE, "Sound was not reached: " + away.getMessage());
    } catch (Http.NoAnswer lost) {
      return new Receipt.Unknown("Sound did not answer: " + lost.getMessage());
    }
  }

  private static Map<String, Tree> body(Outbound message) {
    Map<String, Tree> body = new LinkedHashMap<>();
    body.put("key", Tree.of(message.idempotencyKey()));
    body.put("text", Tree.of(message.text()));
    body.put("public", new Tree.Flag(message.visibility() == Visibility.PUBLIC));
    if (message.visibility() == Visibility.PUBLIC || message.privately()) {
      message.replyTo().ifPresent(id -> body.put("under", Tree.of(id)));
    }
    if (message.visibility() == Visibility.PRIVATE) {
      message.recipient().ifPresent(id -> body.put("to", Tree.of(id)));
    }
    return body;
  }

  private Receipt receipt(Http.Answer answer) {
    Tree body = host.http().json(answer);
    String code = body.at("code").text().orElse("");
    Optional<String> id = body.at("id").text();
    if (answer.status() == 201 && id.isPresent()) {
      return new Receipt.Accepted(id.get(), Optional.empty());
    }
    return switch (answer.status()) {
      case 429 -> new Receipt.RetryAfter(pause(answer), "Sound asks to send more slowly.");
      case 401 ->
          new Receipt.Rejected(
              "401-" + code, "The shop's token is no longer good; connect it again.", true);
      case 400, 403, 404, 413 ->
          new Receipt.Rejected(
              answer.status() + "-" + code, "Sound refused this text: " + code + ".", false);
      default ->
          new Receipt.Unknown(
              "The answer was HTTP " + answer.status() + " and named nothing that was made.");
    };
  }

  /** Looks through all pages for the reply that has the text's key. */
  Receipt find(Outbound message) {
    return find(
        message,
        reply -> reply.at("key").text().filter(message.idempotencyKey()::equals).isPresent());
  }

  /** Looks through all pages for the replies that are it; nobody can tell which of several. */
  Receipt find(Outbound message, Predicate<Tree> isIt) {
    List<String> found = new ArrayList<>();
    String where =
        message.visibility() == Visibility.PUBLIC
            ? message.replyTo().map(id -> "under=" + encoded(id)).orElse("under=")
            : message.recipient().map(id -> "to=" + encoded(id)).orElse("to=");
    String after = "";
    try {
      while (true) {
        Http.Answer answer = get("/replies?" + where + "&limit=" + pageSize() + "&after=" + after);
        Tree page = host.http().json(answer);
        if (answer.status() != 200 || !(page.at("replies") instanceof Tree.Row replies)) {
          return new Receipt.Unknown("Sound could not be asked: HTTP " + answer.status() + ".");
        }
        for (Tree reply : replies.each()) {
          if (isIt.test(reply)) {
            found.add(reply.at("id").text().orElseThrow());
          }
        }
        Optional<String> next = page.at("next").text();
        if (next.isEmpty()) {
          return verdict(found);
        }
        after = next.get();
      }
    } catch (Http.NotSent | Http.NoAnswer away) {
      return new Receipt.Unknown("Sound could not be asked: " + away.getMessage());
    }
  }

  private static Receipt verdict(List<String> found) {
    return switch (found.size()) {
      case 0 -> new Receipt.NotDelivered("Sound lists all replies; this is none of them.");
      case 1 -> new Receipt.Accepted(found.get(0), Optional.empty());
      default -> new Receipt.Unknown("Sound has the same words there several times.");
    };
  }

  Polled news(String cursor) throws Http.NotSent, Http.NoAnswer, AccountRefused {
    Http.Answer answer = get("/news?after=" + cursor + "&limit=" + pageSize());
    if (answer.status() == 429) {
      return new Polled(List.of(), cursor, pause(answer));
    }
    check(answer.status());
    return polled(host.http().json(answer), cursor);
  }

  void follow(String cursor, Streaming.Intake intake)
      throws InterruptedException, Http.NotSent, Http.NoAnswer, AccountRefused {
    Http.Call call = Http.Call.get(at("/live?after=" + cursor), headers());
    try (Http.Lines lines = host.http().open(call)) {
      check(lines.status());
      int told = Integer.parseInt(cursor);
      for (Optional<String> line = lines.next(); line.isPresent(); line = lines.next()) {
        if (!line.get().isBlank()) {
          intake.accept(arrival(host.read(line.get())), Integer.toString(++told));
        }
      }
    }
  }

  private static void check(int status) throws Http.NoAnswer, AccountRefused {
    if (status == 401) {
      throw new AccountRefused("401", "The shop's token is no longer good; connect it again.");
    }
    if (status != 200) {
      throw new Http.NoAnswer("Sound answered with status " + status + ".");
    }
  }

  Http.Answer get(String path) throws Http.NotSent, Http.NoAnswer {
    return host.http().send(Http.Call.get(at(path), headers()));
  }

  private Polled polled(Tree page, String cursor) {
    List<Arrival> arrivals = new ArrayList<>();
    page.at("events").each().forEach(event -> arrivals.add(arrival(event)));
    boolean more = page.at("more").flag().orElse(false);
    return new Polled(
        arrivals, page.at("next").text().orElse(cursor), more ? Duration.ZERO : USUAL_PAUSE);
  }

  private Arrival arrival(Tree event) {
    Map<String, Tree> delivery = new LinkedHashMap<>();
    delivery.put("account", Tree.of(host.account().platformId()));
    delivery.put("events", new Tree.Row(List.of(event)));
    byte[] body = host.write(Tree.branch(delivery)).getBytes(StandardCharsets.UTF_8);
    return new Arrival("application/json", body);
  }

  private static Duration pause(Http.Answer answer) {
    return answer
        .header("retry-after")
        .filter(seconds -> seconds.matches("\\d{1,6}"))
        .map(seconds -> Duration.ofSeconds(Long.parseLong(seconds)))
        .orElse(USUAL_PAUSE);
  }

  private String pageSize() {
    return encoded(host.account().setting(SoundDescription.PAGE_SIZE).orElse("50"));
  }

  private URI at(String path) {
    return URI.create(host.account().setting(SoundDescription.BASE).orElse("") + path);
  }

  private Map<String, String> headers() {
    return host.account()
        .secret(SoundDescription.TOKEN)
        .map(token -> Map.of("Authorization", "Bearer " + token))
        .orElse(Map.of());
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
