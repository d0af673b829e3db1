package io.svara.host.http;

import io.svara.api.channel.Http;
import io.svara.api.channel.RawDelivery.MalformedBody;
import io.svara.api.message.Tree;
import io.svara.host.json.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;

/** HTTP as one call of a connector gets it: to granted hosts, and until the call ends. */
public final class GrantedHttp implements Http, AutoCloseable {
  private static final int REDIRECTS = 3;
  private static final Set<String> PERSONAL = Set.of("authorization", "cookie");

  private final Outgoing outgoing;
  private final Grants grants;
  private final Json json;
  private final HttpLimits limits;
  private final Queue<BodyStream> open = new ConcurrentLinkedQueue<>();
  private volatile boolean over;

  public GrantedHttp(Outgoing outgoing, Grants grants, Json json, HttpLimits limits) {
    this.outgoing = outgoing;
    this.grants = grants;
    this.json = json;
    this.limits = limits;
  }

  @Override
  public Answer send(Call call) throws NotSent, NoAnswer {
    long start = System.nanoTime();
    Duration time = shorter(call.timeout(), limits.longest());
    Reached reached = reach(call, time);
    Duration left = time.minusNanos(System.nanoTime() - start);
    try (Body body = new Body(reached.response().body(), left)) {
      return new Answer(
          reached.response().statusCode(),
          headers(reached.response()),
          body.whole(limits.answerBytes()));
    } catch (IOException broken) {
      throw Outgoing.noAnswer(reached.target(), broken.getMessage());
    }
  }

  @Override
  public Lines open(Call call) throws NotSent, NoAnswer {
    Reached reached = reach(call, shorter(call.timeout(), limits.longest()));
    BodyStream body = reached.response().body();
    open.add(body);
    if (over) {
      body.close();
    }
    return new BodyLines(
        reached.target(), reached.response().statusCode(), body, limits.lineBytes());
  }

  /** An answer as a stream of bytes, for what is kept and not read. */
  public Download download(URI uri, Duration time) throws NotSent, NoAnswer {
    long start = System.nanoTime();
    Reached reached = reach(Call.get(uri, Map.of()), time);
    return new Download(
        reached.response().statusCode(),
        Optional.ofNullable(headers(reached.response()).get("content-type")),
        new Body(reached.response().body(), time.minusNanos(System.nanoTime() - start)));
  }

  @Override
  public Tree json(Answer answer) {
    try {
      return json.read(new String(answer.body(), StandardCharsets.UTF_8));
    } catch (MalformedBody none) {
      return Tree.Nothing.NOTHING;
    }
  }

  private Reached reach(Call call, Duration time) throws NotSent, NoAnswer {
    if (over) {
      throw new NotSent("The call of " + grants.asker() + " is over; nothing was sent.");
    }
    Target target = grants.check(call.uri());
    HttpResponse<BodyStream> response = outgoing.send(target, call, time);
    for (int hop = 0; hop < REDIRECTS; hop++) {
      Optional<Call> next = redirected(call, response);
      if (next.isEmpty()) {
        break;
      }
      response.body().close();
      Target further = grants.check(next.get().uri());
      call = further.equals(target) ? next.get() : impersonal(next.get());
      target = further;
      response = outgoing.send(target, call, time);
    }
    return new Reached(target, response);
  }

  /** Where a GET is sent on to, when that is granted; else the connector sees the redirect. */
  private Optional<Call> redirected(Call call, HttpResponse<BodyStream> response) {
    if (!call.method().equals("GET")
        || !Set.of(301, 302, 303, 307, 308).contains(response.statusCode())) {
      return Optional.empty();
    }
    try {
      URI there = call.uri().resolve(response.headers().firstValue("location").orElse(""));
      grants.check(there);
      return Optional.of(new Call("GET", there, call.headers(), Optional.empty(), call.timeout()));
    } catch (IllegalArgumentException | NotSent notFollowed) {
      return Optional.empty();
    }
  }

  /** A token for one host is none of another's business. */
  private static Call impersonal(Call call) {
    Map<String, String> headers = new HashMap<>(call.headers());
    headers.keySet().removeIf(name -> PERSONAL.contains(name.toLowerCase(Locale.ROOT)));
    return new Call(call.method(), call.uri(), headers, call.body(), call.timeout());
  }

  private static Map<String, String> headers(HttpResponse<?> response) {
    Map<String, String> first = new HashMap<>();
    response
        .headers()
        .map()
        .forEach((name, values) -> first.put(name.toLowerCase(Locale.ROOT), values.get(0)));
    return Map.copyOf(first);
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }

  /** Ends what is still open; from now on nothing is sent. */
  @Override
  public void close() {
    over = true;
    open.forEach(BodyStream::close);
  }

  private record Reached(Target target, HttpResponse<BodyStream> response) {}
}
