package io.svara.host.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.svara.api.channel.Http.Answer;
import io.svara.api.channel.Http.Call;
import io.svara.api.channel.Http.Lines;
import io.svara.api.channel.Http.NoAnswer;
import io.svara.api.channel.Http.NotSent;
import io.svara.api.message.Tree;
import io.svara.host.json.Json;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class GrantedHttpTest {
  private static final HttpLimits LIMITS = new HttpLimits(Duration.ofSeconds(10), 10_000, 1_000);

  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final CountDownLatch end = new CountDownLatch(1);
  private Outgoing outgoing;
  private HttpServer server;
  private HttpServer other;
  private GrantedHttp http;

  @BeforeEach
  void starts() throws IOException {
    outgoing = new Outgoing(Duration.ofSeconds(2));
    server = server();
    other = server();
    http = granted(base(server), base(other));
  }

  @AfterEach
  void stops() {
    end.countDown();
    http.close();
    outgoing.close();
    server.stop(0);
    other.stop(0);
    threads.shutdownNow();
  }

  private HttpServer server() throws IOException {
    HttpServer made =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    made.setExecutor(threads);
    made.start();
    return made;
  }

  private static String base(HttpServer server) {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  private GrantedHttp granted(String... bases) {
    Grants grants = Grants.of("odd", List.of(), List.of(bases), List.of(), Set.of());
    return new GrantedHttp(outgoing, grants, new Json(10_000), LIMITS);
  }

  private void answers(HttpServer on, String path, int status, String body, String... header) {
    on.createContext(
        path,
        exchange -> {
          for (int i = 0; i + 1 < header.length; i += 2) {
            exchange.getResponseHeaders().add(header[i], header[i + 1]);
          }
          byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
          exchange.getResponseBody().write(bytes);
          exchange.close();
        });
  }

  private Call get(String path) {
    return Call.get(URI.create(base(server) + path), Map.of("Authorization", "Bearer tulip"));
  }

  @Test
  void anAnswerOfAnyStatusComesWhole() throws Exception {
    answers(server, "/a", 418, "{\"n\":1}", "X-One", "1", "X-One", "2");
    Answer answer = http.send(get("/a"));
    assertThat(answer.status()).isEqualTo(418);
    assertThat(answer.header("x-one")).hasValue("1");
    assertThat(http.json(answer).at("n").text()).hasValue("1");
  }

  @Test
  void anAnswerThatIsNoJsonIsNothing() throws Exception {
    answers(server, "/a", 200, "<html>");
    assertThat(http.json(http.send(get("/a")))).isEqualTo(Tree.Nothing.NOTHING);
  }

  @Test
  void aPostBringsItsBody() throws Exception {
    AtomicReference<String> body = new AtomicReference<>();
    server.createContext(
        "/p",
        exchange -> {
          body.set(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
          exchange.sendResponseHeaders(204, -1);
          exchange.close();
        });
    byte[] text = "Hej å".getBytes(StandardCharsets.UTF_8);
    assertThat(http.send(Call.post(URI.create(base(server) + "/p"), Map.of(), text)).status())
        .isEqualTo(204);
    assertThat(body).hasValue("Hej å");
  }

  @Test
  void aRefusedConnectionWasNotSent() throws Exception {
    int port;
    try (ServerSocket free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    String base = "http://127.0.0.1:" + port;
    assertThatThrownBy(() -> granted(base).send(Call.get(URI.create(base), Map.of())))
        .isInstanceOf(NotSent.class);
  }

  @Test
  void aTimeoutIsNoAnswerAndNamesNoPath() {
    server.createContext("/slow", exchange -> awaitEnd());
    Call call =
        new Call(
            "POST",
            URI.create(base(server) + "/slow/tulip?key=rose"),
            Map.of(),
            Optional.of(new byte[1]),
            Duration.ofMillis(200));
    assertThatThrownBy(() -> http.send(call))
        .isInstanceOf(NoAnswer.class)
        .hasMessageContaining("200 ms")
        .hasMessageNotContainingAny("tulip", "rose");
  }

  @Test
  void aConnectionThatBreaksAfterTheRequestIsNoAnswer() throws Exception {
    try (ServerSocket rude = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      threads.execute(() -> closeAfterReading(rude));
      String base = "http://127.0.0.1:" + rude.getLocalPort();
      Call call = Call.post(URI.create(base), Map.of(), new byte[] {1});
      assertThatThrownBy(() -> granted(base).send(call)).isInstanceOf(NoAnswer.class);
    }
  }

  @Test
  void aBodyThatStopsHalfwayIsNoAnswer() {
    server.createContext(
        "/half",
        exchange -> {
          exchange.sendResponseHeaders(200, 100);
          exchange.getResponseBody().write("half".getBytes(StandardCharsets.UTF_8));
          exchange.getResponseBody().flush();
          awaitEnd();
        });
    Call call =
        new Call(
            "GET",
            URI.create(base(server) + "/half"),
            Map.of(),
            Optional.empty(),
            Duration.ofMillis(300));
    assertThatThrownBy(() -> http.send(call)).isInstanceOf(NoAnswer.class);
  }

  @Test
  void anAnswerThatIsTooLongIsNoAnswer() {
    answers(server, "/long", 200, "x".repeat(20_000));
    assertThatThrownBy(() -> http.send(get("/long")))
        .isInstanceOf(NoAnswer.class)
        .hasMessageContaining("10000 bytes");
  }

  @Test
  void aGetIsSentOnToAGrantedHostWithoutItsToken() throws Exception {
    AtomicReference<String> token = new AtomicReference<>("none was asked");
    other.createContext(
        "/there",
        exchange -> {
          token.set(exchange.getRequestHeaders().getFirst("Authorization"));
          exchange.sendResponseHeaders(200, -1);
          exchange.close();
        });
    answers(server, "/here", 302, "", "Location", base(other) + "/there");
    assertThat(http.send(get("/here")).status()).isEqualTo(200);
    assertThat(token).hasValue(null);
  }

  @Test
  void aHostThatWasNotGrantedHearsOfNoRequest() {
    AtomicBoolean asked = asked(other);
    GrantedHttp narrow = granted(base(server));
    Call call = Call.get(URI.create(base(other) + "/"), Map.of());
    assertThatThrownBy(() -> narrow.send(call))
        .isInstanceOf(NotSent.class)
        .hasMessageContainingAll(base(other), "is not granted to odd");
    assertThat(asked).isFalse();
  }

  @Test
  void aRedirectToAnUngrantedHostIsShownAndNotFollowed() throws Exception {
    AtomicBoolean asked = asked(other);
    answers(server, "/here", 302, "", "Location", base(other) + "/metadata");
    assertThat(granted(base(server)).send(get("/here")).status()).isEqualTo(302);
    assertThat(asked).isFalse();
  }

  @Test
  void aRedirectToADeclaredHostInAPrivateRangeIsShownAndNotFollowed() throws Exception {
    answers(server, "/here", 302, "", "Location", "https://localhost/metadata");
    Grants grants =
        Grants.of("odd", List.of("localhost"), List.of(base(server)), List.of(), Set.of());
    GrantedHttp narrow = new GrantedHttp(outgoing, grants, new Json(10_000), LIMITS);
    assertThat(narrow.send(get("/here")).status()).isEqualTo(302);
  }

  private static AtomicBoolean asked(HttpServer on) {
    AtomicBoolean asked = new AtomicBoolean();
    on.createContext(
        "/",
        exchange -> {
          asked.set(true);
          exchange.close();
        });
    return asked;
  }

  @Test
  void aRedirectInACircleEnds() throws Exception {
    answers(server, "/round", 301, "", "Location", "/round");
    assertThat(http.send(get("/round")).status()).isEqualTo(301);
  }

  @Test
  void aPostIsNeverSentOn() throws Exception {
    answers(server, "/here", 307, "", "Location", base(other) + "/there");
    Call call = Call.post(URI.create(base(server) + "/here"), Map.of(), new byte[0]);
    assertThat(http.send(call).status()).isEqualTo(307);
  }

  @Test
  void linesComeOneByOneWhileTheAnswerGoesOn() throws Exception {
    CountDownLatch more = new CountDownLatch(1);
    server.createContext(
        "/lines",
        exchange -> {
          exchange.sendResponseHeaders(200, 0);
          try (OutputStream out = exchange.getResponseBody()) {
            out.write("one\r\ntwo å\n".getBytes(StandardCharsets.UTF_8));
            out.flush();
            await(more);
            out.write("\nlast".getBytes(StandardCharsets.UTF_8));
          }
        });
    try (Lines lines = http.open(get("/lines"))) {
      assertThat(lines.status()).isEqualTo(200);
      assertThat(lines.next()).hasValue("one");
      assertThat(lines.next()).hasValue("two å");
      more.countDown();
      assertThat(lines.next()).hasValue("");
      assertThat(lines.next()).hasValue("last");
      assertThat(lines.next()).isEmpty();
      assertThat(lines.next()).isEmpty();
    }
  }

  @Test
  void aReaderOfLinesCanBeInterruptedAndTheEndOfTheCallEndsThem() throws Exception {
    server.createContext(
        "/quiet",
        exchange -> {
          exchange.sendResponseHeaders(200, 0);
          exchange.getResponseBody().flush();
          awaitEnd();
        });
    Lines lines = http.open(get("/quiet"));
    Thread.currentThread().interrupt();
    assertThatThrownBy(lines::next).isInstanceOf(InterruptedException.class);
    http.close();
    assertThat(lines.next()).isEmpty();
    assertThatThrownBy(() -> http.send(get("/a"))).isInstanceOf(NotSent.class);
  }

  @Test
  void aLineThatIsTooLongIsNoAnswer() throws Exception {
    answers(server, "/line", 200, "x".repeat(5_000));
    try (Lines lines = http.open(get("/line"))) {
      assertThatThrownBy(lines::next).isInstanceOf(NoAnswer.class);
    }
  }

  @Test
  void aHeaderThatIsNotAllowedIsNotSentAndNotQuoted() {
    Call call = Call.get(URI.create(base(server)), Map.of("Host", "tulip"));
    assertThatThrownBy(() -> http.send(call))
        .isInstanceOf(NotSent.class)
        .hasMessageNotContaining("tulip");
  }

  private void awaitEnd() {
    await(end);
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException closing) {
      Thread.currentThread().interrupt();
    }
  }

  private static void closeAfterReading(ServerSocket rude) {
    try (var socket = rude.accept()) {
      assertThat(socket.getInputStream().read()).isPositive();
    } catch (IOException closed) {
      throw new java.io.UncheckedIOException(closed);
    }
  }
}
