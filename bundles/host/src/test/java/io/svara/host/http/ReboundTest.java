package io.svara.host.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.svara.api.channel.Http.Call;
import io.svara.api.channel.Http.NoAnswer;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A name that was at a public address when it was checked, and leads into the private network when
 * the connection is made. The request is given to the client as it is after the check.
 */
class ReboundTest {
  private static final char[] PASSWORD = "password".toCharArray();

  @TempDir Path folder;

  @Test
  void whoeverAnswersWithoutTheNamesCertificateGetsNothingOfTheRequest() throws Exception {
    AtomicBoolean asked = new AtomicBoolean();
    HttpsServer inside =
        HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    inside.setHttpsConfigurator(new HttpsConfigurator(ofAnotherName()));
    inside.createContext(
        "/",
        exchange -> {
          asked.set(true);
          exchange.sendResponseHeaders(204, -1);
          exchange.close();
        });
    inside.start();
    try (Outgoing outgoing = new Outgoing(Duration.ofSeconds(5))) {
      Target target = new Target("https", "localhost", inside.getAddress().getPort());
      Call call = Call.get(URI.create(target + "/latest/meta-data"), Map.of("X-Token", "tulip"));
      assertThatThrownBy(() -> outgoing.send(target, call, Duration.ofSeconds(10)))
          .isInstanceOf(NoAnswer.class)
          .hasMessageContaining("SSLHandshakeException");
    } finally {
      inside.stop(0);
    }
    assertThat(asked).isFalse();
  }

  private SSLContext ofAnotherName() throws Exception {
    Path store = folder.resolve("keys.p12");
    Process keytool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-keyalg",
                "EC",
                "-dname",
                "CN=inside.example",
                "-storetype",
                "PKCS12",
                "-storepass",
                new String(PASSWORD),
                "-keystore",
                store.toString())
            .inheritIO()
            .start();
    assertThat(keytool.waitFor()).isZero();
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream bytes = Files.newInputStream(store)) {
      keys.load(bytes, PASSWORD);
    }
    KeyManagerFactory managers =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    managers.init(keys, PASSWORD);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(managers.getKeyManagers(), null, null);
    return context;
  }
}
