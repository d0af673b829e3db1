package io.svara.testing.conformance;

import io.svara.api.channel.ChannelDescriptor;
import io.svara.api.channel.Http;
import io.svara.api.channel.RawDelivery.MalformedBody;
import io.svara.api.message.Tree;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Real HTTP, to the hosts that the descriptor and the account's settings name and to no other. As
 * with the host, a GET that is sent on to one of these goes there, three times at most; any other
 * redirect is the connector's to see.
 */
final class StrictHttp implements Http {
  // One for the process: each client has a thread of its own until it is collected.
  private static final HttpClient CLIENT =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .executor(Prestarted.pool())
          .build();

  private static final int REDIRECTS = 3;
  private static final Set<Integer> SENT_ON = Set.of(301, 302, 303, 307, 308);
  private static final Set<String> PERSONAL = Set.of("authorization", "cookie");

  private final ChannelDescriptor descriptor;
  private final Map<String, String> settings;
  private final Witness witness;
  private final Duration patience;
  private volatile boolean over;

  StrictHttp(
      ChannelDescriptor descriptor,
      Map<String, String> settings,
      Witness witness,
      Duration patience) {
    this.descriptor = descriptor;
    this.settings = settings;
    this.witness = witness;
    this.patience = patience;
  }

  /** From now on nothing is sent. */
  void end() {
    over = true;
  }

  @Override
  public Answer send(Call call) throws NotSent, NoAnswer {
    HttpResponse<byte[]> response = exchange(call, BodyHandlers.ofByteArray());
    return new Answer(response.statusCode(), headers(response), response.body());
  }

  @Override
  public Lines open(Call call) throws NotSent, NoAnswer {
    Opening opening = new Opening();
    try {
      return OpenLines.of(exchange(call, opening));
    } catch (NoAnswer lost) {
      opening.giveUp();
      throw lost;
    }
  }

  @Override
  public Tree json(Answer answer) {
    try {
      return new Trees().read(new String(answer.body(), StandardCharsets.UTF_8));
    } catch (MalformedBody none) {
      return Tree.Nothing.NOTHING;
    }
  }

  private <T> HttpResponse<T> exchange(Call call, BodyHandler<T> reader) throws NotSent, NoAnswer {
    if (over) {
      witness.afterTheCall.add("a request to " + call.uri());
      throw new NotSent("The call is over; nothing was sent.");
    }
    witness.calls.add(call);
    if (!granted(call.uri())) {
      witness.refused.add(call.uri().toString());
      throw new NotSent("Neither the descriptor nor a setting of the account names this host.");
    }
    Call asked = call;
    HttpResponse<T> response = once(asked, reader);
    for (int hop = 0; hop < REDIRECTS; hop++) {
      Optional<Call> next = sentOn(asked, response);
      if (next.isEmpty()) {
        break;
      }
      asked = next.get();
      response = once(asked, reader);
    }
    return response;
  }

  /** Where a GET is sent on to, if anybody granted that; else the connector sees the redirect. */
  private Optional<Call> sentOn(Call call, HttpResponse<?> response) {
    if (!call.method().equals("GET") || !SENT_ON.contains(response.statusCode())) {
      return Optional.empty();
    }
    try {
      URI there = call.uri().resolve(response.headers().firstValue("location").orElse(""));
      Map<String, String> headers = new HashMap<>(call.headers());
      if (!isSamePlace(call.uri(), there)) {
        // A token for one host is none of another's business.
        headers.keySet().removeIf(name -> PERSONAL.contains(name.toLowerCase(Locale.ROOT)));
      }
      return granted(there)
          ? Optional.of(new Call("GET", there, headers, Optional.empty(), call.timeout()))
          : Optional.empty();
    } catch (IllegalArgumentException noAddress) {
      return Optional.empty();
    }
  }

  private <T> HttpResponse<T> once(Call call, BodyHandler<T> reader) throws NotSent, NoAnswer {
    try {
      return CLIENT.send(request(call), reader);
    } catch (ConnectException | HttpConnectTimeoutException unreached) {
      throw new NotSent("Nothing listens there.");
    } catch (HttpTimeoutException late) {
      throw new NoAnswer("There was no answer in time.");
    } catch (IOException broken) {
      throw new NoAnswer("The connection broke.");
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new NoAnswer("The call was interrupted.");
    }
  }

  private HttpRequest request(Call call) {
    Duration time = call.timeout().compareTo(patience) < 0 ? call.timeout() : patience;
    HttpRequest.Builder request =
        HttpRequest.newBuilder(call.uri())
            .timeout(time)
            .method(
                call.method(),
                call.body().map(BodyPublishers::ofByteArray).orElseGet(BodyPublishers::noBody));
    call.headers().forEach(request::header);
    return request.build();
  }

  private boolean granted(URI uri) {
    boolean declared =
        "https".equals(uri.getScheme())
            && (uri.getPort() == -1 || uri.getPort() == 443)
            && descriptor.hosts().contains(uri.getHost());
    return declared
        || descriptor.hostSettings().stream()
            .map(settings::get)
            .filter(Objects::nonNull)
            .map(URI::create)
            .anyMatch(named -> isSamePlace(named, uri));
  }

  private static boolean isSamePlace(URI one, URI other) {
    return Objects.equals(one.getScheme(), other.getScheme())
        && Objects.equals(one.getHost(), other.getHost())
        && one.getPort() == other.getPort();
  }

  private static Map<String, String> headers(HttpResponse<?> response) {
    Map<String, String> first = new HashMap<>();
    response
        .headers()
        .map()
        .forEach(
            (name, values) -> first.put(name.toLowerCase(Locale.ROOT), List.copyOf(values).get(0)));
    return Map.copyOf(first);
  }
}
