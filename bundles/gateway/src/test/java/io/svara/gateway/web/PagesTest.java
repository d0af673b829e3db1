package io.svara.gateway.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.lang.reflect.Proxy;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.eclipse.jetty.ee10.servlet.FilterHolder;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.wiring.BundleCapability;
import org.osgi.framework.wiring.BundleRevision;

class PagesTest {
  private static final String MAP = "\n  {\"imports\":{\"lit\":\"/lib/lit.js\"}}\n";
  private static final String PAGE =
      "<!doctype html><script type=\"importmap\">" + MAP + "</script><script>evil()</script>";
  private static final String SCRIPT = "export const x = 1;\n".repeat(200);

  @TempDir private Path folder;
  private final WebRoots roots = new WebRoots(contextWithoutBundles());
  private final Server server = new Server();
  private final ServerConnector connector = new ServerConnector(server);
  private final HttpClient client = HttpClient.newHttpClient();

  @BeforeEach
  void start() throws Exception {
    Files.createDirectories(folder.resolve("web/lib"));
    Files.writeString(folder.resolve("web/index.html"), PAGE);
    Files.writeString(folder.resolve("web/lib/lit.js"), SCRIPT);
    Files.writeString(folder.resolve("web/logo.svg"), "<svg/>");
    Files.writeString(folder.resolve("outside.txt"), "outside");
    server.addConnector(connector);
    connector.setHost("127.0.0.1");
    ServletContextHandler context = new ServletContextHandler("/");
    context.addServlet(new ServletHolder(new PagesServlet(roots)), "/");
    context.addFilter(new FilterHolder(new HeadersFilter()), "/*", null);
    server.setHandler(context);
    server.start();
    roots.addingBundle(bundle(), null);
  }

  @AfterEach
  void stop() throws Exception {
    server.stop();
  }

  @Test
  void theRootIsTheIndex() throws Exception {
    HttpResponse<String> page = get("/");

    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body()).isEqualTo(PAGE);
    assertThat(header(page, "Content-Type")).isEqualToIgnoringCase("text/html;charset=utf-8");
  }

  @Test
  void theImportMapAloneMayBeInline() throws Exception {
    String hash =
        Base64.getEncoder()
            .encodeToString(
                MessageDigest.getInstance("SHA-256").digest(MAP.getBytes(StandardCharsets.UTF_8)));

    assertThat(header(get("/"), "Content-Security-Policy"))
        .contains("script-src 'self' 'sha256-" + hash + "';")
        .contains("default-src 'none'")
        .contains("frame-ancestors 'none'")
        .doesNotContain("unsafe");
  }

  @Test
  void everyAnswerMakesBrowsersCareful() throws Exception {
    HttpResponse<String> script = get("/lib/lit.js");

    assertThat(header(script, "X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(header(script, "Referrer-Policy")).isEqualTo("no-referrer");
    assertThat(header(script, "Content-Security-Policy")).startsWith("default-src 'none'");
  }

  @Test
  void filesHaveTheirTypes() throws Exception {
    assertThat(header(get("/lib/lit.js"), "Content-Type")).startsWith("text/javascript");
    assertThat(header(get("/logo.svg"), "Content-Type")).startsWith("image/svg+xml");
  }

  @Test
  void addressesWithinThePageAreThePage() throws Exception {
    assertThat(get("/cases/C1").body()).isEqualTo(PAGE);
    assertThat(get("/lib/missing.js").statusCode()).isEqualTo(404);
  }

  @Test
  void aFolderIsNoEmptyFile() throws Exception {
    assertThat(get("/lib").body()).isEqualTo(PAGE);
  }

  @Test
  void nothingOutsideTheFolderIsServed() throws Exception {
    for (String path :
        List.of("/../outside.txt", "/..%2foutside.txt", "/%2e%2e/outside.txt", "//outside.txt")) {
      assertThat(get(path).body()).as(path).doesNotContain("outside\n").isNotEqualTo("outside");
    }
  }

  @Test
  void whatWasNotChangedIsNotSentAgain() throws Exception {
    String tag = header(get("/lib/lit.js"), "ETag");
    HttpResponse<String> again = get("/lib/lit.js", "If-None-Match", tag);

    assertThat(again.statusCode()).isEqualTo(304);
    assertThat(again.body()).isEmpty();
  }

  @Test
  void textIsPackedForWhoeverTakesIt() throws Exception {
    HttpResponse<byte[]> packed =
        client.send(
            request("/lib/lit.js").header("Accept-Encoding", "gzip, br").build(),
            HttpResponse.BodyHandlers.ofByteArray());
    try (InputStream plain = new GZIPInputStream(new ByteArrayInputStream(packed.body()))) {
      assertThat(new String(plain.readAllBytes(), StandardCharsets.UTF_8)).isEqualTo(SCRIPT);
    }
    assertThat(packed.headers().firstValue("ETag"))
        .isNotEqualTo(get("/lib/lit.js").headers().firstValue("ETag"));
    assertThat(get("/lib/lit.js", "Accept-Encoding", "gzip;q=0").body()).isEqualTo(SCRIPT);
  }

  @Test
  void whatOthersServeIsStartingNotMissing() throws Exception {
    for (String path : List.of("/hooks/fb", "/api/v1/cases", "/health/ready")) {
      HttpResponse<String> answer = get(path);

      assertThat(answer.statusCode()).isEqualTo(503);
      assertThat(answer.headers().firstValue("Retry-After")).isPresent();
      assertThat(header(answer, "Content-Type")).isEqualTo("application/problem+json");
    }
  }

  @Test
  void aBundleThatGoesTakesItsFilesAlong() throws Exception {
    Bundle other = bundle();
    roots.removedBundle(other, null, roots.addingBundle(other, null));
    assertThat(get("/").statusCode()).isEqualTo(200);
  }

  private HttpResponse<String> get(String path, String... headers) throws Exception {
    HttpRequest.Builder request = request(path);
    if (headers.length > 0) {
      request.headers(headers);
    }
    return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(
        URI.create("http://127.0.0.1:" + connector.getLocalPort() + path));
  }

  private static String header(HttpResponse<?> answer, String name) {
    return answer.headers().firstValue(name).orElse("");
  }

  private Bundle bundle() {
    BundleCapability capability =
        fake(BundleCapability.class, Map.of("getAttributes", Map.of("path", "/", "root", "/web")));
    BundleRevision revision =
        fake(BundleRevision.class, Map.of("getDeclaredCapabilities", List.of(capability)));
    return (Bundle)
        Proxy.newProxyInstance(
            Bundle.class.getClassLoader(),
            new Class<?>[] {Bundle.class},
            (proxy, method, arguments) ->
                switch (method.getName()) {
                  case "adapt" -> revision;
                  case "getEntry" -> entry((String) arguments[0]);
                  case "hashCode" -> System.identityHashCode(proxy);
                  default -> null;
                });
  }

  private URL entry(String path) throws MalformedURLException {
    Path file = folder.resolve(path.substring(1));
    // As Felix does: a folder is found with its slash and without.
    boolean found = Files.isDirectory(file) || (Files.isRegularFile(file) && !path.endsWith("/"));
    return found ? file.toUri().toURL() : null;
  }

  private static BundleContext contextWithoutBundles() {
    return fake(BundleContext.class, Map.of("getBundles", new Bundle[0]));
  }

  private static <T> T fake(Class<T> type, Map<String, Object> answers) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> answers.get(method.getName())));
  }
}
