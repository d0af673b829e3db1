package io.svara.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ShellTest {
  private final AtomicReference<String> asked = new AtomicReference<>();
  private final AtomicReference<String> authorization = new AtomicReference<>();
  private HttpServer server;
  private int status = 200;
  private String body = "";

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/api/v1/shell",
        exchange -> {
          asked.set(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
          authorization.set(exchange.getRequestHeaders().getFirst("Authorization"));
          byte[] answer = body.getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(status, answer.length == 0 ? -1 : answer.length);
          exchange.getResponseBody().write(answer);
          exchange.close();
        });
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private Shell shell() {
    return new Shell(
        new Address(
            URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/api/v1/shell"),
            "secret"));
  }

  @Test
  void aCommandIsSentWithTheTokenAndItsOutcomeComesBack() throws Refusal {
    body = "{\"more\":[1,{}],\"output\":\"två\\n\",\"exitCode\":3,\"error\":\"half\"}";
    assertThat(shell().run("svara:cases --q \"å\"")).isEqualTo(new Answer("två\n", 3, "half"));
    assertThat(asked).hasValue("{\"command\":\"svara:cases --q \\\"å\\\"\"}");
    assertThat(authorization).hasValue("Bearer secret");
  }

  @Test
  void nothingForAnErrorIsNoError() throws Refusal {
    body = "{\"output\":\"\",\"exitCode\":0,\"error\":null}";
    assertThat(shell().run("svara:cases")).isEqualTo(new Answer("", 0, ""));
  }

  @Test
  void anUnknownTokenIsToldWithoutShowingIt() {
    status = 401;
    assertThatThrownBy(() -> shell().run("svara:cases"))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("does not know this token")
        .hasMessageNotContaining("secret");
  }

  @Test
  void oneThatIsNotRunningIsToldWithWhatToDo() {
    server.stop(0);
    assertThatThrownBy(() -> shell().run("svara:cases"))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("bin/start");
  }

  @Test
  void anAnswerThatIsNotOneIsToldAsALostConnection() {
    body = "<html>";
    assertThatThrownBy(() -> shell().run("svara:cases"))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("Lost the connection");
  }
}
