package io.svara.testing.platforms.facebook;

import static org.assertj.core.api.Assertions.assertThat;

import io.svara.testing.platforms.Signature;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class GraphTokensTest {
  @RegisterExtension final PlatformFixture fake = new PlatformFixture();

  @Test
  void anExpiredTokenSaysSoAndANewOneWorks() throws Exception {
    fake.platform.expireToken(fake.page);
    Graph.Reply refused = fake.graph.get("/v19.0/me");
    assertThat(refused.errorCode()).isEqualTo(190);
    assertThat(refused.errorSubcode()).isEqualTo(463);
    assertThat(refused.body().at("/error/type").asText()).isEqualTo("OAuthException");
    String renewed = fake.platform.renewToken(fake.page);
    assertThat(
            new Graph(fake.platform.baseUrl(), renewed).get("/v19.0/me").body().path("id").asText())
        .isEqualTo(fake.page.id());
  }

  @Test
  void anInvalidatedAndAnUnknownTokenDiffer() throws Exception {
    fake.platform.invalidateToken(fake.page);
    assertThat(fake.graph.get("/v19.0/me").errorSubcode()).isEqualTo(460);
    Graph.Reply unknown = new Graph(fake.platform.baseUrl(), "nonsense").get("/v19.0/me");
    assertThat(unknown.errorCode()).isEqualTo(190);
    assertThat(unknown.errorSubcode()).isZero();
  }

  @Test
  void aTokenIsTakenFromQueryFormOrHeader() throws Exception {
    String bare = fake.platform.baseUrl() + "/v19.0/";
    assertThat(fake.graph.open(bare + "me?access_token=" + fake.page.accessToken()).status())
        .isEqualTo(200);
    assertThat(fake.graph.open(bare + "me").errorCode()).isEqualTo(104);
    assertThat(fake.graph.get("/v25.0/me").status()).isEqualTo(200);
  }

  @Test
  void debugTokenTellsTheState() throws Exception {
    String app = fake.platform.settings().appId() + "|secret";
    Graph asApp = new Graph(fake.platform.baseUrl(), app);
    var valid = asApp.get("/v19.0/debug_token?input_token=" + fake.page.accessToken()).body();
    assertThat(valid.at("/data/is_valid").asBoolean()).isTrue();
    assertThat(valid.at("/data/profile_id").asText()).isEqualTo(fake.page.id());
    fake.platform.expireToken(fake.page);
    var expired = asApp.get("/v19.0/debug_token?input_token=" + fake.page.accessToken()).body();
    assertThat(expired.at("/data/is_valid").asBoolean()).isFalse();
    assertThat(expired.at("/data/error/subcode").asInt()).isEqualTo(463);
  }

  @Test
  void aProofIsCheckedWhereTheAppRequiresIt() throws Exception {
    try (FacebookPlatform strict =
        FacebookPlatform.start(FacebookSettings.of("secret", "verify").requiringProof())) {
      Page page = strict.page("Lumavik Tele");
      URI base = strict.baseUrl();
      Graph graph = new Graph(base, page.accessToken());
      assertThat(graph.get("/v19.0/me").body().at("/error/message").asText())
          .contains("appsecret_proof");
      assertThat(graph.get("/v19.0/me?appsecret_proof=wrong").errorCode()).isEqualTo(100);
      String proof =
          Signature.HMAC_SHA256.hex("secret", page.accessToken().getBytes(StandardCharsets.UTF_8));
      assertThat(graph.get("/v19.0/me?appsecret_proof=" + proof).status()).isEqualTo(200);
    }
  }

  @Test
  void idsAndTokensAreTheSameForTheSameSeed() {
    try (FacebookPlatform one =
            FacebookPlatform.start(FacebookSettings.of("secret", "verify").withSeed(42));
        FacebookPlatform two =
            FacebookPlatform.start(FacebookSettings.of("secret", "verify").withSeed(42))) {
      assertThat(one.page("Lumavik Tele")).isEqualTo(two.page("Lumavik Tele"));
    }
  }
}
