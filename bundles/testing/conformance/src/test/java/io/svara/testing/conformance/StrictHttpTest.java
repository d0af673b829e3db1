package io.svara.testing.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.svara.api.channel.ChannelDescriptor;
import io.svara.api.channel.Http;
import io.svara.api.channel.WebhookAuthentication;
import io.svara.testing.platforms.Answer;
import io.svara.testing.platforms.Call;
import io.svara.testing.platforms.FakeServer;
import io.svara.testing.platforms.Faults;
import io.svara.testing.platforms.PlatformClock;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Redirects, as the host follows them. */
class StrictHttpTest {
  private static final Map<String, String> TOKEN = Map.of("Authorization", "Bearer abc");

  private final FakeServer other = server();
  private final FakeServer api = server();
  private StrictHttp http;

  @BeforeEach
  void start() {
    other.start();
    api.start();
    http = granting(Map.of("base", api.address().toString()));
  }

  @AfterEach
  void stop() {
    api.close();
    other.close();
  }

  @Test
  void aGetIsSentOnToAGrantedHost() throws Exception {
    assertThat(status(http, Http.Call.get(at("/on/1"), TOKEN))).isEqualTo(200);
  }

  @Test
  void aFourthRedirectIsNotFollowed() throws Exception {
    assertThat(status(http, Http.Call.get(at("/on/3"), TOKEN))).isEqualTo(200);
    assertThat(status(http, Http.Call.get(at("/on/4"), TOKEN))).isEqualTo(302);
  }

  @Test
  void aPostIsNotSentOn() throws Exception {
    assertThat(status(http, Http.Call.post(at("/on/1"), TOKEN, new byte[0]))).isEqualTo(302);
  }

  @Test
  void nobodyIsSentOnToAHostThatIsNotGranted() throws Exception {
    assertThat(status(http, Http.Call.get(at("/elsewhere"), TOKEN))).isEqualTo(302);
    assertThat(other.requests()).isEmpty();
  }

  @Test
  void aTokenDoesNotGoWithItToAnotherHost() throws Exception {
    StrictHttp both =
        granting(Map.of("base", api.address().toString(), "files", other.address().toString()));
    assertThat(status(both, Http.Call.get(at("/elsewhere"), TOKEN))).isEqualTo(401);
    assertThat(other.requests()).hasSize(1);
  }

  private static int status(StrictHttp http, Http.Call call) throws Exception {
    return http.send(call).status();
  }

  private URI at(String path) {
    return URI.create(api.address() + path);
  }

  private static StrictHttp granting(Map<String, String> settings) {
    ChannelDescriptor descriptor =
        new ChannelDescriptor(
            "sent-on",
            "Sent on",
            Set.of(),
            "shop",
            new WebhookAuthentication.None(),
            Map.of(),
            Map.of(),
            List.of(),
            List.of("base", "files"));
    return new StrictHttp(descriptor, settings, new Witness(), Duration.ofSeconds(5));
  }

  private FakeServer server() {
    return new FakeServer(
        0,
        PlatformClock.stoppedAt(Instant.EPOCH),
        new Faults(),
        this::answer,
        call -> Answer.html(""));
  }

  private Answer answer(Call call) {
    if (call.path().equals("/elsewhere")) {
      return Answer.json(302, "{}").with("Location", other.address() + "/end");
    }
    int further = call.path().startsWith("/on/") ? Integer.parseInt(call.path().substring(4)) : 0;
    if (further > 0) {
      return Answer.json(302, "{}").with("Location", "/on/" + (further - 1));
    }
    return Answer.json(call.header("authorization").isPresent() ? 200 : 401, "{}");
  }
}
