package io.svara.console.stub;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** A server of somebody who wants to know who reads a letter: it remembers every request. */
public final class Stranger implements AutoCloseable {
  private static final String PASSWORD = "changeit";

  private final HttpServer plain;
  private final HttpsServer secure;
  private final byte[] picture;
  private final List<String> requests = new CopyOnWriteArrayList<>();

  /**
   * @param folder for the certificate, which nobody trusts
   * @param picture what it answers
   */
  public Stranger(Path folder, byte[] picture) throws Exception {
    this.picture = picture;
    plain = HttpServer.create(address(), 0);
    secure = HttpsServer.create(address(), 0);
    secure.setHttpsConfigurator(new HttpsConfigurator(tls(folder.resolve("stranger.p12"))));
    for (HttpServer server : List.of(plain, secure)) {
      server.createContext("/", this::answer);
      server.start();
    }
  }

  private static InetSocketAddress address() {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
  }

  private static SSLContext tls(Path file)
      throws IOException, InterruptedException, GeneralSecurityException {
    Process keytool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-keyalg",
                "EC",
                "-alias",
                "stranger",
                "-dname",
                "CN=127.0.0.1",
                "-keystore",
                file.toString(),
                "-storetype",
                "PKCS12",
                "-storepass",
                PASSWORD)
            .inheritIO()
            .start();
    if (keytool.waitFor() != 0) {
      throw new IOException("keytool made no certificate; it says why above.");
    }
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(file)) {
      store.load(in, PASSWORD.toCharArray());
    }
    KeyManagerFactory keys = KeyManagerFactory.getInstance("PKIX");
    keys.init(store, PASSWORD.toCharArray());
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(keys.getKeyManagers(), null, null);
    return context;
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      requests.add(exchange.getRequestURI().toString());
      exchange.getResponseHeaders().set("Content-Type", "image/png");
      exchange.getResponseHeaders().set("Access-Control-Allow-Origin", "*");
      exchange.sendResponseHeaders(200, picture.length);
      exchange.getResponseBody().write(picture);
    }
  }

  public String plainUrl() {
    return "http://127.0.0.1:" + plain.getAddress().getPort();
  }

  public String secureUrl() {
    return "https://127.0.0.1:" + secure.getAddress().getPort();
  }

  /** The paths that were asked for. */
  public List<String> requests() {
    return List.copyOf(requests);
  }

  @Override
  public void close() {
    plain.stop(0);
    secure.stop(0);
  }
}
