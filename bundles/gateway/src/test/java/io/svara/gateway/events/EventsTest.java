package io.svara.gateway.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.svara.engine.desk.Role;
import io.svara.gateway.testing.GatewayRig;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EventsTest {
  private GatewayRig rig;
  private String anna;

  @BeforeEach
  void start() {
    rig = new GatewayRig(Map.of("eventBytes", 20_000));
    anna = rig.token("anna", Role.AGENT);
  }

  @AfterEach
  void stop() {
    rig.close();
  }

  @Test
  void whatHappensToACaseIsTold() throws Exception {
    try (Stream stream = open(null)) {
      rig.journal.add("case:C1", "case.opened", "{}");
      rig.journal.add("case:C1", "message.received", "{\"text\":\"my secret\"}");

      await().until(() -> stream.events().size() >= 2);
      assertThat(stream.events().get(0))
          .isEqualTo(
              "id: 2|event: case|data:"
                  + " {\"id\":\"C1\",\"version\":1,\"position\":2,\"kind\":\"case.opened\"}");
      assertThat(stream.events().get(1))
          .isEqualTo(
              "id: 3|event: case|data:"
                  + " {\"id\":\"C1\",\"version\":2,\"position\":3,\"kind\":\"message.received\"}");
      assertThat(stream.raw()).noneMatch(line -> line.contains("secret"));
    }
  }

  @Test
  void whatHappensToAReplyIsToldOfItsCase() throws Exception {
    rig.journal.add("case:C1", "case.opened", "{}");
    try (Stream stream = open(null)) {
      rig.journal.add("reply:R1", "reply.moved", "{\"to\":{\"case\":\"no\"},\"case\":\"C1\"}");
      rig.journal.add("reply:R2", "reply.moved", "{\"of\":\"nothing\"}");
      rig.journal.add("endpoint:fb", "endpoint.defined", "{}");
      rig.journal.add("user:bo", "user.removed", "{}");
      rig.journal.add("contact:K1", "contact.seen", "{}");
      rig.journal.add("plugin:svara-facebook", "plugin.installed", "{}");

      await().until(() -> stream.events().size() >= 4);
      assertThat(stream.events())
          .containsExactly(
              "id: 3|event: case|data:"
                  + " {\"id\":\"C1\",\"version\":1,\"position\":3,\"kind\":\"reply.moved\"}",
              "id: 5|event: presence|data:"
                  + " {\"position\":5,\"kind\":\"endpoint.defined\",\"name\":\"fb\"}",
              "id: 6|event: users|data:"
                  + " {\"position\":6,\"kind\":\"user.removed\",\"name\":\"bo\"}",
              "id: 8|event: plugin|data: {\"position\":8,\"kind\":\"plugin.installed\","
                  + "\"name\":\"svara-facebook\"}");
    }
  }

  @Test
  void aThousandDeliveriesAreAFewEvents() throws Exception {
    try (Stream stream = open(null)) {
      for (int i = 0; i < 1_000; i++) {
        rig.journal.add("delivery:fb", "delivery.received", "{}");
      }
      rig.journal.add("case:C1", "case.opened", "{}");

      await().until(() -> last(stream).contains("delivery") && position(last(stream)) >= 1_002);
      assertThat(stream.events()).hasSizeLessThan(20);
      assertThat(positions(stream)).isSorted();
    }
  }

  @Test
  void nothingIsToldBeforeTheViewsShowIt() throws Exception {
    try (Stream stream = open(null)) {
      rig.views.hold(true);
      rig.journal.add("case:C1", "case.opened", "{}");
      stream.staysSilent();

      rig.views.hold(false);

      await().until(() -> stream.events().size() == 1);
    }
  }

  @Test
  void whoComesBackMissesNothingAndHearsNothingTwice() throws Exception {
    for (int i = 0; i < 3_000; i++) {
      rig.journal.add("case:C" + i, "case.opened", "{}");
    }
    try (Stream stream = open("1500")) {
      for (int i = 0; i < 100; i++) {
        rig.journal.add("case:C1", "case.moved", "{}");
      }
      long head = rig.journal.head();

      await().until(() -> position(last(stream)) == head);
      assertThat(positions(stream))
          .isEqualTo(java.util.stream.LongStream.rangeClosed(1501, head).boxed().toList());
    }
  }

  @Test
  void afterInTheAddressDoesTheSame() throws Exception {
    rig.journal.add("case:C1", "case.opened", "{}");
    rig.journal.add("case:C2", "case.opened", "{}");
    try (Stream stream = new Stream(rig, "/api/v1/events?after=2", anna, null)) {
      await().until(() -> stream.events().size() == 1);
      assertThat(stream.events().get(0)).startsWith("id: 3|");
    }
  }

  @Test
  void aPositionThatIsNoneIsRefused() {
    assertThat(rig.call(anna, "GET", "/api/v1/events?after=x", null).statusCode()).isEqualTo(400);
  }

  @Test
  void onlyWhoMayListenListens() {
    String guest = rig.token("guest", Role.GUEST_MODERATOR);

    assertThat(rig.call(null, "GET", "/api/v1/events", null).statusCode()).isEqualTo(401);
    assertThat(rig.call(guest, "GET", "/api/v1/events", null).statusCode()).isEqualTo(403);
  }

  @Test
  void aReaderWhoDoesNotReadIsCutAndTheOthersAreNot() throws Exception {
    try (Stream quick = open(null);
        Socket slow = slowReader()) {
      await().until(() -> rig.streams() == 2);
      String longKind = "case." + "x".repeat(90);
      while (rig.streams() == 2) {
        for (int i = 0; i < 50; i++) {
          rig.journal.add("case:C1", longKind, "{}");
        }
        long told = rig.journal.head();
        await().until(() -> position(last(quick)) == told);
      }
      rig.journal.add("case:C1", "case.closed", "{}");
      long head = rig.journal.head();

      assertThat(slow.isClosed()).isFalse();
      await().until(() -> position(last(quick)) == head);
      assertThat(rig.streams()).isEqualTo(1);
    }
  }

  @Test
  void aHundredListenersHearEverythingWithoutAThreadEach() throws Exception {
    List<Stream> streams = new CopyOnWriteArrayList<>();
    try {
      for (int i = 0; i < 100; i++) {
        streams.add(open(null));
      }
      for (int i = 0; i < 50; i++) {
        rig.journal.add("case:C1", "case.moved", "{}");
      }
      for (Stream stream : streams) {
        await().until(() -> stream.events().size() == 50);
      }
    } finally {
      streams.forEach(Stream::close);
    }
    await()
        .until(
            () -> {
              rig.journal.add("case:C1", "case.moved", "{}");
              return rig.streams() == 0;
            });
  }

  private Stream open(String lastEventId) throws IOException, InterruptedException {
    return new Stream(rig, "/api/v1/events", anna, lastEventId);
  }

  private Socket slowReader() throws IOException {
    Socket socket = new Socket();
    socket.setReceiveBufferSize(2_048);
    socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), rig.port()));
    OutputStream out = socket.getOutputStream();
    out.write(
        ("GET /api/v1/events HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
                + anna
                + "\r\n\r\n")
            .getBytes(StandardCharsets.US_ASCII));
    out.flush();
    return socket;
  }

  private static String last(Stream stream) {
    List<String> events = stream.events();
    return events.isEmpty() ? "id: 0|" : events.get(events.size() - 1);
  }

  private static long position(String event) {
    return Long.parseLong(event.substring("id: ".length(), event.indexOf('|')));
  }

  private static List<Long> positions(Stream stream) {
    return stream.events().stream().map(EventsTest::position).toList();
  }

  /** An open stream, read by a thread of the test. */
  private static final class Stream implements AutoCloseable {
    private final InputStream body;
    private final List<String> raw = Collections.synchronizedList(new ArrayList<>());
    private final List<String> events = Collections.synchronizedList(new ArrayList<>());

    Stream(GatewayRig rig, String path, String token, String lastEventId)
        throws IOException, InterruptedException {
      HttpRequest.Builder request =
          HttpRequest.newBuilder(rig.uri(path)).header("Authorization", "Bearer " + token);
      if (lastEventId != null) {
        request.header("Last-Event-ID", lastEventId);
      }
      HttpResponse<InputStream> answer =
          rig.client().send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.headers().firstValue("Content-Type").orElseThrow())
          .startsWith("text/event-stream");
      body = answer.body();
      Thread reader = new Thread(this::read, "test-events");
      reader.setDaemon(true);
      reader.start();
      await().until(() -> !raw.isEmpty());
    }

    private void read() {
      try (BufferedReader lines =
          new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8))) {
        StringBuilder event = new StringBuilder();
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
          raw.add(line);
          if (line.isEmpty()) {
            if (event.indexOf("event:") >= 0) {
              events.add(event.substring(0, event.length() - 1));
            }
            event.setLength(0);
          } else {
            event.append(line).append('|');
          }
        }
      } catch (IOException closed) {
        raw.add("closed");
      }
    }

    List<String> raw() {
      synchronized (raw) {
        return List.copyOf(raw);
      }
    }

    List<String> events() {
      synchronized (events) {
        return List.copyOf(events);
      }
    }

    void staysSilent() {
      await()
          .during(java.time.Duration.ofMillis(300))
          .atMost(java.time.Duration.ofSeconds(2))
          .until(events::isEmpty);
    }

    @Override
    public void close() {
      try {
        body.close();
      } catch (IOException closing) {
        raw.add("closed");
      }
    }
  }
}
