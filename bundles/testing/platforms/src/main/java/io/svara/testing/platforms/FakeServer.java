package io.svara.testing.platforms;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * A platform's HTTP server, on loopback only. Calls below {@code /control} are for people and never
 * meet a fault; all others are the platform's API: they may meet a fault and are recorded.
 */
public final class FakeServer implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(FakeServer.class.getName());
  private static final int REMEMBERED_REQUESTS = 10_000;

  private final HttpServer server;
  private final ExecutorService threads;
  private final CountDownLatch stopped = new CountDownLatch(1);
  private final PlatformClock clock;
  private final Faults faults;
  private final Function<Call, Answer> api;
  private final Function<Call, Answer> control;
  private final Deque<RecordedRequest> requests = new ArrayDeque<>();

  /**
   * Takes the port; {@link #start} begins to answer.
   *
   * @param port 0 for any free one
   * @param api answers the platform's own calls, on a thread of the server
   * @param control answers what people do on the control page
   * @throws UncheckedIOException when the port is taken
   */
  public FakeServer(
      int port,
      PlatformClock clock,
      Faults faults,
      Function<Call, Answer> api,
      Function<Call, Answer> control) {
    this.clock = clock;
    this.faults = faults;
    this.api = api;
    this.control = control;
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    } catch (IOException taken) {
      throw new UncheckedIOException(
          "No fake platform can listen on port " + port + ": choose a free one.", taken);
    }
    threads = Executors.newCachedThreadPool(FakeServer::daemon);
    server.setExecutor(threads);
    server.createContext("/", this::serve);
  }

  /** Begins to answer. */
  public void start() {
    server.start();
  }

  /** Where the server listens, without a slash at the end. */
  public URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /** The API calls so far (the last 10,000), oldest first. */
  public List<RecordedRequest> requests() {
    synchronized (requests) {
      return List.copyOf(requests);
    }
  }

  @Override
  public void close() {
    stopped.countDown();
    server.stop(0);
    threads.shutdownNow();
  }

  private void serve(HttpExchange exchange) throws IOException {
    try (exchange) {
      Call call =
          new Call(
              exchange.getRequestMethod(),
              exchange.getRequestURI(),
              headers(exchange),
              exchange.getRequestBody().readAllBytes());
      boolean forPeople = call.path().equals("/control") || call.path().startsWith("/control/");
      Optional<Answer> answer = forPeople ? Optional.of(control.apply(call)) : answerApi(call);
      if (answer.isPresent()) {
        write(exchange, answer.get());
      }
    } catch (RuntimeException failed) {
      LOG.log(
          System.Logger.Level.ERROR,
          "The fake platform failed at "
              + exchange.getRequestMethod()
              + " "
              + exchange.getRequestURI().getPath()
              + ": mend the fake.",
          failed);
      throw failed;
    }
  }

  private Optional<Answer> answerApi(Call call) {
    Optional<Fault> fault = faults.take(call);
    Optional<Answer> answer =
        fault.isPresent()
            ? fault.get().apply(() -> api.apply(call), this::pause)
            : Optional.of(api.apply(call));
    remember(call, answer.map(Answer::status).orElse(0));
    return answer;
  }

  private void pause(Duration duration) {
    try {
      stopped.await(duration.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
    }
  }

  private void remember(Call call, int status) {
    Map<String, String> parameters = new HashMap<>(call.parameters());
    parameters.keySet().removeIf(name -> name.endsWith("token") || name.endsWith("proof"));
    synchronized (requests) {
      requests.addLast(
          new RecordedRequest(
              clock.instant(), call.method(), call.path(), Map.copyOf(parameters), status));
      if (requests.size() > REMEMBERED_REQUESTS) {
        requests.removeFirst();
      }
    }
  }

  private static Map<String, String> headers(HttpExchange exchange) {
    Map<String, String> headers = new HashMap<>();
    exchange
        .getRequestHeaders()
        .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values.get(0)));
    return headers;
  }

  private static void write(HttpExchange exchange, Answer answer) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", answer.contentType());
    answer.headers().forEach(exchange.getResponseHeaders()::set);
    if (answer.live().isPresent()) {
      exchange.sendResponseHeaders(answer.status(), 0);
      live(exchange, answer.live().get());
      return;
    }
    byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
    if (body.length > 0) {
      exchange.getResponseBody().write(body);
    }
  }

  private static void live(HttpExchange exchange, Answer.Live live) {
    try {
      live.write(exchange.getResponseBody());
    } catch (IOException readerLeft) {
      LOG.log(System.Logger.Level.DEBUG, "A reader left an open answer.", readerLeft);
    }
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "fake-platform");
    thread.setDaemon(true);
    return thread;
  }
}
