package io.svara.testing.benchmarks;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The driver against a server of the JDK: what it counts must be what happened. */
class LoadTest {
  private static final Post POST =
      new Post(
          "1", "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\n\r\nhi".getBytes(ISO_8859_1));

  private final AtomicInteger served = new AtomicInteger();
  private final List<Integer> clients = new ArrayList<>();
  private volatile int status = 200;
  private HttpServer server;

  @BeforeEach
  void serve() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          exchange.getRequestBody().readAllBytes();
          synchronized (clients) {
            clients.add(exchange.getRemoteAddress().getPort());
          }
          served.incrementAndGet();
          byte[] body = "an answer".getBytes(ISO_8859_1);
          exchange.sendResponseHeaders(status, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
  }

  @AfterEach
  void close() {
    server.stop(0);
  }

  private int port() {
    return server.getAddress().getPort();
  }

  @Test
  void aConnectionIsUsedAgain() throws Exception {
    try (KeptAlive connection = new KeptAlive(port())) {
      assertThat(connection.exchange(POST.bytes())).isEqualTo(200);
      assertThat(connection.exchange(POST.bytes())).isEqualTo(200);
    }
    assertThat(clients).hasSize(2);
    assertThat(clients.get(0)).isEqualTo(clients.get(1));
  }

  @Test
  void aLoadPostsEachOnceOverItsConnections() throws Exception {
    Answers answers = new Load(port(), 3, 0).post(posts(50));
    assertThat(served).hasValue(50);
    assertThat(clients.stream().distinct().count()).isBetween(1L, 3L);
    assertThat(answers.perSecond()).isPositive();
  }

  @Test
  void aLoadWithARateDoesNotRunAhead() throws Exception {
    Answers answers = new Load(port(), 2, 100).post(posts(20));
    assertThat(answers.at(19) - answers.begun()).isGreaterThanOrEqualTo(190_000_000L);
  }

  @Test
  void anAnswerThatIsNot200EndsTheMeasurement() {
    status = 503;
    assertThatThrownBy(() -> new Load(port(), 1, 0).post(posts(2)))
        .hasMessageContaining("answered with 503");
  }

  private static List<Post> posts(int count) {
    return IntStream.range(0, count).mapToObj(n -> POST).toList();
  }
}
