package io.svara.testing.mailservers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.Session;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokensTest {
  private static final String SUPPORT = "support@lumavik.example";
  private static HttpServer server;
  private static MailServers mail;

  @BeforeAll
  static void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/introspect",
        exchange -> {
          String asked =
              new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
          String answer =
              asked.contains("token=good")
                  ? "{\"active\": true, \"username\": \"" + SUPPORT + "\"}"
                  : "{\"active\": false}";
          exchange.sendResponseHeaders(200, answer.length());
          exchange.getResponseBody().write(answer.getBytes(StandardCharsets.UTF_8));
          exchange.close();
        });
    server.start();
    mail =
        MailServers.setup()
            .tokensAskedAt(
                URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/introspect"))
            .start();
  }

  @AfterAll
  static void close() throws IOException {
    if (mail != null) {
      mail.close();
    }
    server.stop(0);
  }

  private static Session session(String protocol, String mechanism) throws Exception {
    Session session = mail.session(protocol);
    session.getProperties().put("mail." + protocol + ".auth.mechanisms", mechanism);
    return session;
  }

  @ParameterizedTest
  @ValueSource(strings = {"XOAUTH2", "OAUTHBEARER"})
  void aTokenThatIsActiveLetsIn(String mechanism) throws Exception {
    try (var store = session("imaps", "XOAUTH2").getStore("imaps")) {
      store.connect(SUPPORT, "good");
      assertThat(store.getFolder("INBOX").exists()).isTrue();
    }
    // Angus knows only one of the two.
    String answer = Sasl.imap(mail, mechanism, SUPPORT, "good");
    assertThat(answer).describedAs(mail.logs()).startsWith("a OK");
  }

  @Test
  void aTokenLetsInToSubmission() throws Exception {
    try (var transport = session("smtps", "XOAUTH2").getTransport("smtps")) {
      transport.connect(SUPPORT, "good");
      assertThat(transport.isConnected()).isTrue();
    }
  }

  @Test
  void aTokenThatIsNotActiveIsRefusedAndThePasswordStillLetsIn() throws Exception {
    try (var store = session("imaps", "XOAUTH2").getStore("imaps")) {
      assertThatThrownBy(() -> store.connect(SUPPORT, "bad"))
          .isInstanceOf(AuthenticationFailedException.class);
    }
    try (var store = session("imaps", "PLAIN").getStore("imaps")) {
      store.connect(SUPPORT, mail.password());
    }
  }
}
