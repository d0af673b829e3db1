package io.svara.gateway.oauth;

import static org.assertj.core.api.Assertions.assertThat;

import io.svara.engine.desk.Role;
import io.svara.engine.people.User;
import io.svara.gateway.session.Sessions;
import io.svara.gateway.testing.GatewayRig;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The way to a platform and back, as a browser goes it. */
class CallbackTest {
  private static final String POST = "/api/v1/accounts/norrsken/connection";

  private GatewayRig rig;
  private Sessions.Opened olle;

  @BeforeEach
  void open() {
    rig = new GatewayRig();
    olle = signIn("olle", Role.OPERATOR);
  }

  @AfterEach
  void close() {
    rig.close();
  }

  private Sessions.Opened signIn(String name, Role role) {
    rig.users.define(new User(name, Set.of(role), Locale.ENGLISH), GatewayRig.ENGINE);
    return rig.sessions.open(name);
  }

  private HttpResponse<String> begin(Sessions.Opened who, String origin) {
    var request =
        rig.request(POST)
            .POST(BodyPublishers.noBody())
            .header("Cookie", "svara_session=" + who.cookie())
            .header("X-Svara-CSRF", who.session().csrf());
    return rig.send(origin == null ? request : request.header("Origin", origin));
  }

  private HttpResponse<String> callback(String query, String cookie) {
    var request = rig.request("/oauth/callback?" + query);
    return rig.send(cookie == null ? request : request.header("Cookie", cookie));
  }

  private static String cookie(HttpResponse<String> begun) {
    return begun.headers().firstValue("Set-Cookie").orElseThrow().split(";", 2)[0];
  }

  @Test
  void theWayThereAndBackEndsOnThePageOfChannels() {
    HttpResponse<String> begun = begin(olle, rig.uri("").toString());
    assertThat(begun.statusCode()).isEqualTo(200);
    assertThat(begun.body())
        .contains("https://platform.example/authorize?state=S1")
        .contains("redirect_uri=http://127.0.0.1:" + rig.port() + "/oauth/callback");

    HttpResponse<String> back = callback("state=S1&code=c", cookie(begun));

    assertThat(back.statusCode()).isEqualTo(303);
    assertThat(back.headers().firstValue("Location")).hasValue("/#/presence");
    assertThat(rig.desk.finished())
        .containsExactly(Map.entry(olle.session().key(), Map.of("state", "S1", "code", "c")));
  }

  @Test
  void theCookieIsForTheCallbackAloneAndIsNoSessionOfItsOwn() {
    HttpResponse<String> begun = begin(olle, null);

    assertThat(begun.headers().firstValue("Set-Cookie").orElse(""))
        .contains("Path=/oauth/callback", "HttpOnly", "SameSite=Lax", "Max-Age=600")
        .doesNotContain(olle.cookie());
    String value = cookie(begun).split("=", 2)[1];
    HttpResponse<String> asSession =
        rig.send(rig.request("/api/v1/session").header("Cookie", "svara_session=" + value));
    assertThat(asSession.statusCode()).isEqualTo(401);
  }

  @Test
  void whoComesBackInAnotherBrowserIsRefused() {
    begin(olle, null);
    HttpResponse<String> evesOwn = begin(signIn("eve", Role.OPERATOR), null);
    begin(olle, null);

    assertThat(callback("state=S1&code=c", null).statusCode()).isEqualTo(403);
    assertThat(callback("state=S1&code=c", "svara_connecting=guessed").statusCode()).isEqualTo(403);
    HttpResponse<String> asEve = callback("state=S1&code=c", cookie(evesOwn));
    assertThat(asEve.statusCode()).isEqualTo(403);
    assertThat(asEve.body()).contains("not begun in this browser");
    assertThat(rig.desk.finished()).isEmpty();
  }

  @Test
  void whoHasSignedOutMeanwhileIsRefused() {
    String cookie = cookie(begin(olle, null));
    rig.sessions.close(olle.session());

    assertThat(callback("state=S1&code=c", cookie).statusCode()).isEqualTo(403);
    assertThat(rig.desk.finished()).isEmpty();
  }

  @Test
  void whoMayNoLongerDefineAccountsIsRefused() {
    String cookie = cookie(begin(olle, null));
    rig.users.define(new User("olle", Set.of(Role.AGENT), Locale.ENGLISH), GatewayRig.ENGINE);

    assertThat(callback("state=S1&code=c", cookie).statusCode()).isEqualTo(403);
    assertThat(rig.desk.finished()).isEmpty();
  }

  @Test
  void anAnswerToNothingIsToldInWords() {
    HttpResponse<String> answer = callback("state=other&code=c0de", cookie(begin(olle, null)));

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body()).contains("Begin again on the page Channels").doesNotContain("c0de");
  }

  @Test
  void aTokenCannotBeginBecauseNoBrowserWouldComeBack() {
    HttpResponse<String> answer = rig.call(rig.token("robot", Role.OPERATOR), "POST", POST, null);

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body()).contains("in a browser");
  }

  @Test
  void whoIsAtAnotherAddressThanThePlatformSendsThemToIsToldBefore() {
    HttpResponse<String> answer = begin(olle, "http://localhost:" + rig.port());

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body()).contains("http://127.0.0.1:" + rig.port()).contains("publicUrl");
  }

  @Test
  void theCallbackIsUnderThePublicAddress() {
    try (GatewayRig proxied =
        new GatewayRig(
            Map.of(
                "publicUrl",
                "https://support.example.org/",
                "trustedProxies",
                new String[] {"127.0.0.1"}))) {
      proxied.users.define(
          new User("olle", Set.of(Role.OPERATOR), Locale.ENGLISH), GatewayRig.ENGINE);
      Sessions.Opened opened = proxied.sessions.open("olle");

      HttpResponse<String> begun =
          proxied.send(
              proxied
                  .request(POST)
                  .POST(BodyPublishers.noBody())
                  .header("Cookie", "svara_session=" + opened.cookie())
                  .header("X-Svara-CSRF", opened.session().csrf())
                  .header("Origin", "https://support.example.org")
                  .header("X-Forwarded-For", "203.0.113.9")
                  .header("X-Forwarded-Proto", "https"));

      assertThat(begun.body()).contains("redirect_uri=https://support.example.org/oauth/callback");
      assertThat(begun.headers().firstValue("Set-Cookie").orElse("")).contains("Secure");
    }
  }
}
