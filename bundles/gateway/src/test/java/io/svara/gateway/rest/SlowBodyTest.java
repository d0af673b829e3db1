package io.svara.gateway.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.svara.engine.desk.Role;
import io.svara.gateway.testing.GatewayRig;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Strangers who send slowly, against a server of two hundred threads. */
class SlowBodyTest {
  private static final String PASSWORD = "a long enough password";
  private static final String SIGN_IN = "{\"user\":\"anna\",\"password\":\"" + PASSWORD + "\"}";

  private final List<Socket> sockets = new ArrayList<>();
  private GatewayRig rig;

  @BeforeEach
  void start() {
    rig = new GatewayRig();
    rig.token("anna", Role.AGENT);
    rig.credentials.setPassword("anna", PASSWORD);
  }

  @AfterEach
  void stop() throws IOException {
    for (Socket socket : sockets) {
      socket.close();
    }
    rig.close();
  }

  @Test
  void slowSignInsLeaveTheServersThreadsToOthers() throws Exception {
    for (int i = 0; i < 250; i++) {
      begin("/api/v1/session", "application/json", "{");
    }

    await()
        .atMost(Duration.ofSeconds(5))
        .until(() -> rig.send(rig.request("/health/live")).statusCode() == 200);
    HttpResponse<String> another = rig.call(null, "POST", "/api/v1/session", SIGN_IN);
    assertThat(another.statusCode()).isEqualTo(503);
    assertThat(another.headers().firstValue("Retry-After")).isPresent();

    stopSending();
    await().until(() -> rig.call(null, "POST", "/api/v1/session", SIGN_IN).statusCode() == 200);
  }

  @Test
  void aStrangerIsTurnedAwayBeforeTheFirstByteOfABodyComes() throws Exception {
    for (String type : List.of("application/json", "application/x-www-form-urlencoded")) {
      Socket socket = begin("/api/v1/cases/C1/notes", type, "");

      assertThat(firstLine(socket)).matches("HTTP/1.1 4(01|15) .*");
    }
  }

  @Test
  void aStrangerMaySendFourKibibytes() {
    String padded = SIGN_IN + " ".repeat(4096 - SIGN_IN.length());

    assertThat(rig.call(null, "POST", "/api/v1/session", padded).statusCode()).isEqualTo(200);
    assertThat(rig.call(null, "POST", "/api/v1/session", padded + " ").statusCode()).isEqualTo(413);
  }

  private Socket begin(String path, String type, String body) throws IOException {
    Socket socket = new Socket("127.0.0.1", rig.port());
    socket.setSoTimeout(5_000);
    sockets.add(socket);
    String request =
        "POST "
            + path
            + " HTTP/1.1\r\nHost: x\r\nContent-Length: 1000\r\nContent-Type: "
            + type
            + "\r\n\r\n"
            + body;
    socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
    return socket;
  }

  private void stopSending() throws IOException {
    for (Socket socket : sockets) {
      socket.close();
    }
  }

  private static String firstLine(Socket socket) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int c = socket.getInputStream().read();
        c > 0 && c != '\r';
        c = socket.getInputStream().read()) {
      line.append((char) c);
    }
    return line.toString();
  }
}
