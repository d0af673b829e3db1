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

/**
 * Real HTTP, to the hosts that the descriptor and the account's settings name and to no other. What
 * a redirect names is not followed: the connector sees it.
 */
final class StrictHttp implements Http {
  // One for the process: each client has a thread of its own until it is collected.
  private static final HttpClient CLIENT =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .executor(Prestarted.pool())
          .build();

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
    return OpenLines.of(exchange(call, BodyHandlers.ofPublisher()));
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
            .anyMatch(
                named ->
                    Objects.equals(named.getScheme(), uri.getScheme())
                        && Objects.equals(named.getHost(), uri.getHost())
                        && named.getPort() == uri.getPort());
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
