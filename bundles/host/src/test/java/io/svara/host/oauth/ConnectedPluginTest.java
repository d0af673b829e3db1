package io.svara.host.oauth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.svara.api.channel.OAuth;
import io.svara.api.channel.Receipt;
import io.svara.engine.connections.Connections;
import io.svara.engine.desk.Connection.State;
import io.svara.engine.plugins.AccountRef;
import io.svara.engine.plugins.Connectors;
import io.svara.engine.plugins.Definition;
import io.svara.engine.secrets.Secrets;
import io.svara.host.living.Accounts;
import io.svara.host.living.LivingHost;
import io.svara.host.plugin.OddPlugin;
import io.svara.testing.oauth.Manners;
import io.svara.testing.oauth.OAuthServer;
import io.svara.testing.oauth.Person;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A plugin that signs in by OAuth, in a real framework, with the secret store that is shipped. */
class ConnectedPluginTest {
  @TempDir Path folder;

  @Test
  void aPluginSignsInAndNoTokenIsInAnyLogOrFile() throws Exception {
    PrintStream screen = System.err;
    ByteArrayOutputStream log = new ByteArrayOutputStream();
    System.setErr(new PrintStream(log, true, StandardCharsets.UTF_8));
    try (OAuthServer server = new OAuthServer(Manners.usual());
        LivingHost host = new LivingHost(folder, Map.of())) {
      server.redirect(Meeting.CALLBACK);
      host.plug(OddPlugin.built("odd", "1.0.0"));
      Connectors connectors = host.service(Connectors.class);
      await().until(() -> connectors.running("odd").isPresent());
      Definition odd = connectors.running("odd").orElseThrow();
      host.service(Secrets.class).put("account:post", "clientSecret", OAuthServer.CLIENT_SECRET);
      AccountRef account =
          Accounts.of(
              "odd",
              "post",
              Map.of(
                  "apiBase", server.base(), "clientId", OAuthServer.CLIENT, OAuth.SETTING, "odd"));
      Connections connections = host.service(Connections.class);

      assertThat(connectors.deliver(account, Accounts.say("k1", "sign in")))
          .isInstanceOfSatisfying(
              Receipt.Rejected.class, it -> assertThat(it.code()).isEqualTo("not_connected"));

      Map<String, String> answer =
          Meeting.parameters(
              new Person().agrees(connections.begin(account, odd, Meeting.CALLBACK, "S")));
      assertThat(connections.finish(answer, "S").connected())
          .as("%s", connections.standing(account, odd))
          .isTrue();

      assertThat(connectors.deliver(account, Accounts.say("k2", "sign in")))
          .isInstanceOf(Receipt.Accepted.class);
      assertThat(connections.standing(account, odd).map(it -> it.state()))
          .hasValue(State.CONNECTED);
      Set<String> tokens = server.given();
      assertThat(tokens).hasSize(3);
      assertThat(log.toString(StandardCharsets.UTF_8)).contains("Signs in with ***");
      assertNowhere(tokens, log.toString(StandardCharsets.ISO_8859_1));
      for (Path file : files()) {
        assertNowhere(tokens, Files.readString(file, StandardCharsets.ISO_8859_1));
      }
      assertThat(files()).anyMatch(file -> file.endsWith("secrets.bin"));
    } finally {
      System.setErr(screen);
    }
  }

  private List<Path> files() throws Exception {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile).toList();
    }
  }

  private static void assertNowhere(Set<String> tokens, String bytes) {
    assertThat(tokens).noneMatch(bytes::contains);
  }
}
