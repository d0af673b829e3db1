package io.svara.testing.workbench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StreetTest {
  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

  private final Corner corner = new Corner();
  private final Happenings happenings = new Happenings();
  private final List<String> posted = new CopyOnWriteArrayList<>();
  private final List<String> terminal = new ArrayList<>();
  private volatile int status = 200;
  private volatile int ready = 200;
  private HttpServer svara;
  private Street street;

  @BeforeEach
  void opens() throws Exception {
    svara = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    svara.createContext(
        "/hooks/corner",
        exchange -> {
          String proof = exchange.getRequestHeaders().getFirst("X-Proof");
          byte[] body = exchange.getRequestBody().readAllBytes();
          posted.add(proof + " " + new String(body, StandardCharsets.UTF_8));
          byte[] answer = "the signature is wrong".getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(status, answer.length);
          exchange.getResponseBody().write(answer);
          exchange.close();
        });
    svara.createContext(
        "/health/ready",
        exchange -> {
          exchange.sendResponseHeaders(ready, -1);
          exchange.close();
        });
    svara.start();
    URI hook = URI.create("http://127.0.0.1:" + svara.getAddress().getPort() + "/hooks/corner");
    street =
        new Street(corner, corner, happenings, new Courier(hook, terminal::add), terminal::add);
  }

  @AfterEach
  void closes() {
    svara.stop(0);
  }

  @Test
  void aCustomerWritesAtOnceAndAnotherHalfAMinuteLater() throws Exception {
    street.live(NOON);
    street.live(NOON.plusSeconds(29));
    assertThat(posted).hasSize(1).allMatch(one -> one.startsWith("yes "));
    street.live(NOON.plusSeconds(30));
    assertThat(posted).hasSize(2).doesNotHaveDuplicates();
  }

  @Test
  void whatIsNotAcknowledgedIsPostedAgainAndNothingOvertakesIt() throws Exception {
    status = 503;
    street.live(NOON);
    street.live(NOON.plusSeconds(30));
    assertThat(posted).hasSize(2).containsOnly(posted.get(0));
    status = 200;
    street.live(NOON.plusSeconds(31));
    assertThat(posted).hasSize(4);
    assertThat(posted.get(2)).isEqualTo(posted.get(0));
    assertThat(posted.get(3)).isNotEqualTo(posted.get(0));
  }

  private List<String> refusals() {
    return terminal.stream().filter(line -> line.startsWith("Svara refused")).toList();
  }

  @Test
  void aRefusalIsSaidOnceForEachDeliveryWithTheAnswerAndWhatToDo() throws Exception {
    status = 401;
    street.live(NOON);
    street.live(NOON.plusSeconds(1));
    assertThat(posted).hasSize(2);
    assertThat(refusals()).hasSize(1);
    assertThat(refusals().get(0))
        .contains("HTTP 401: the signature is wrong")
        .contains("Compare how the fake signs");
    status = 200;
    street.live(NOON.plusSeconds(2));
    status = 413;
    street.live(NOON.plusSeconds(30));
    assertThat(refusals()).hasSize(2);
    assertThat(refusals().get(1)).contains("HTTP 413").contains("tell less in one delivery");
  }

  @Test
  void whatSvaraAnswersBeforeItIsReadyIsNotSaid() throws Exception {
    ready = 503;
    status = 404;
    street.live(NOON);
    assertThat(refusals()).isEmpty();
    ready = 200;
    street.live(NOON.plusSeconds(1));
    assertThat(refusals()).hasSize(1).allMatch(line -> line.contains("HTTP 404"));
  }

  @Test
  void whereSvaraAsksToWaitNothingIsRefused() throws Exception {
    status = 429;
    street.live(NOON);
    status = 503;
    street.live(NOON.plusSeconds(1));
    assertThat(posted).hasSize(2);
    assertThat(refusals()).isEmpty();
  }

  @Test
  void whatThePlatformTookIsSaidOnce() throws Exception {
    street.live(NOON);
    corner.has("Klockan tio.");
    street.live(NOON.plus(Duration.ofSeconds(1)));
    street.live(NOON.plus(Duration.ofSeconds(2)));
    assertThat(terminal)
        .filteredOn(line -> line.contains("Klockan tio."))
        .containsExactly("Corner has your answer: Klockan tio.");
  }

  @Test
  void theOneContractAmongTheTestClassesIsFound() throws Exception {
    Path classes =
        Path.of(Corner.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    assertThat(Contracts.in(classes)).isInstanceOf(Corner.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Corner", "io.svara.testing.workbench.Corner"})
  void aContractIsNamedInFullOrInShort(String name) throws Exception {
    Path classes =
        Path.of(Corner.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    System.setProperty("svara.contract", name);
    try {
      assertThat(Contracts.in(classes)).isInstanceOf(Corner.class);
      System.setProperty("svara.contract", name + "2");
      assertThatThrownBy(() -> Contracts.in(classes)).hasMessageContaining("-Dsvara.contract=");
    } finally {
      System.clearProperty("svara.contract");
    }
  }

  @Test
  void noContractIsSaidInWords(@TempDir Path empty) {
    assertThatThrownBy(() -> Contracts.in(empty))
        .hasMessageContaining("one class that implements ChannelContract");
  }
}
