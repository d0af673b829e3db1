package io.svara.gateway.session;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.svara.engine.desk.Role;
import io.svara.engine.people.User;
import io.svara.gateway.testing.GatewayRig;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SignInTest {
  private static final String PASSWORD = "a long enough password";

  private GatewayRig rig;

  @BeforeEach
  void start() {
    rig = new GatewayRig(Map.of("trustedProxies", new String[] {"127.0.0.0/8"}));
    rig.token("admin", Role.ADMIN);
    rig.token("anna", Role.AGENT);
    rig.credentials.setPassword("anna", PASSWORD);
  }

  @AfterEach
  void stop() {
    rig.close();
  }

  @Test
  void userAndPasswordOpenASession() throws Exception {
    HttpResponse<String> answer = signIn("anna", PASSWORD);
    JsonNode session = json(answer);

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(session.at("/user").asText()).isEqualTo("anna");
    assertThat(session.at("/roles/0").asText()).isEqualTo("agent");
    assertThat(session.at("/language").asText()).isEqualTo("en");
    assertThat(session.at("/csrf").asText()).hasSizeGreaterThan(40);
    assertThat(answer.headers().firstValue("Set-Cookie").orElseThrow())
        .contains("HttpOnly")
        .contains("SameSite=Strict")
        .contains("Path=/")
        .doesNotContain("Secure");
    assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
  }

  @Test
  void behindATrustedProxyThatSpeaksTlsTheCookieIsSecure() {
    HttpResponse<String> answer =
        rig.send(signInRequest("anna", PASSWORD).header("X-Forwarded-Proto", "https"));

    assertThat(answer.headers().firstValue("Set-Cookie").orElseThrow()).contains("; Secure");
  }

  @Test
  void aWrongPasswordAndAnUnknownUserAreAnsweredAlike() throws Exception {
    HttpResponse<String> wrong = signIn("anna", "wrong");
    HttpResponse<String> unknown = signIn("nobody", PASSWORD);

    assertThat(wrong.statusCode()).isEqualTo(401);
    assertThat(unknown.statusCode()).isEqualTo(401);
    assertThat(json(wrong).at("/detail")).isEqualTo(json(unknown).at("/detail"));
    assertThat(wrong.headers().firstValue("Set-Cookie")).isEmpty();
  }

  @Test
  void theProblemIsInTheLanguageOfTheBrowser() {
    HttpResponse<String> answer =
        rig.send(
            signInRequest("anna", "wrong").header("Accept-Language", "sv-SE,sv;q=0.9,en;q=0.5"));

    assertThat(answer.body()).contains("Användare eller lösenord är fel.");
  }

  @Test
  void guessingIsSlowedDown() {
    for (int i = 0; i < 5; i++) {
      assertThat(signIn("anna", "guess " + i).statusCode()).isEqualTo(401);
    }
    HttpResponse<String> sixth = signIn("anna", PASSWORD);

    assertThat(sixth.statusCode()).isEqualTo(429);
    assertThat(Integer.parseInt(sixth.headers().firstValue("Retry-After").orElseThrow()))
        .isBetween(1, 31);
  }

  @Test
  void whoGuessesElsewhereLocksNobodyOut() {
    for (int i = 0; i < 6; i++) {
      rig.send(signInRequest("anna", "guess").header("X-Forwarded-For", "198.51.100.7"));
    }

    assertThat(
            rig.send(signInRequest("anna", PASSWORD).header("X-Forwarded-For", "198.51.100.7"))
                .statusCode())
        .isEqualTo(429);
    assertThat(
            rig.send(signInRequest("anna", PASSWORD).header("X-Forwarded-For", "192.0.2.1"))
                .statusCode())
        .isEqualTo(200);
  }

  @Test
  void whatCanBeNobodysNameIsAWrongPasswordAndIsNotKept() {
    long before = rig.throttle.size();
    for (String name : List.of("Anna", "", "a".repeat(65), "å".repeat(2_000))) {
      assertThat(signIn(name, PASSWORD).statusCode()).isEqualTo(401);
    }

    assertThat(rig.throttle.size()).isEqualTo(before);
  }

  @Test
  void whoChangesSomethingByCookieMustKnowTheSessionsValue() throws Exception {
    HttpResponse<String> opened = signIn("anna", PASSWORD);
    String csrf = json(opened).at("/csrf").asText();
    String body = "{\"version\":7,\"text\":\"n\"}";

    assertThat(byCookie(opened, "POST", "/api/v1/cases/C1/notes", body, null)).isEqualTo(403);
    assertThat(byCookie(opened, "POST", "/api/v1/cases/C1/notes", body, "wrong")).isEqualTo(403);
    assertThat(byCookie(opened, "DELETE", "/api/v1/session", null, null)).isEqualTo(403);
    assertThat(rig.cases.changes()).isEmpty();
    assertThat(byCookie(opened, "GET", "/api/v1/cases/C1", null, null)).isEqualTo(200);
    assertThat(byCookie(opened, "POST", "/api/v1/cases/C1/notes", body, csrf)).isEqualTo(200);
  }

  @Test
  void anOldValueIsToldFromALackingRoleByItsCode() {
    HttpResponse<String> opened = signIn("anna", PASSWORD);
    String cookie = opened.headers().firstValue("Set-Cookie").orElseThrow().split(";", 2)[0];

    HttpResponse<String> old =
        rig.send(
            rig.request("/api/v1/session")
                .header("Cookie", cookie)
                .header("X-Svara-CSRF", "of another session")
                .DELETE());
    HttpResponse<String> lacking =
        rig.call(rig.token("anna", Role.AGENT), "GET", "/api/v1/users", null);

    assertThat(old.statusCode()).isEqualTo(403);
    assertThat(old.body()).contains("\"code\":\"csrf\"");
    assertThat(lacking.statusCode()).isEqualTo(403);
    assertThat(lacking.body()).doesNotContain("code");
  }

  @Test
  void signingOutEndsTheSession() throws Exception {
    HttpResponse<String> opened = signIn("anna", PASSWORD);
    String csrf = json(opened).at("/csrf").asText();

    assertThat(byCookie(opened, "DELETE", "/api/v1/session", null, csrf)).isEqualTo(204);
    assertThat(byCookie(opened, "GET", "/api/v1/session", null, null)).isEqualTo(401);
  }

  @Test
  void aSessionWithoutRequestsEndsAfterItsIdleTime() {
    HttpResponse<String> opened = signIn("anna", PASSWORD);

    rig.time.pass(Duration.ofMinutes(29));
    assertThat(byCookie(opened, "GET", "/api/v1/session", null, null)).isEqualTo(200);
    rig.time.pass(Duration.ofMinutes(29));
    assertThat(byCookie(opened, "GET", "/api/v1/session", null, null)).isEqualTo(200);
    rig.time.pass(Duration.ofMinutes(31));
    assertThat(byCookie(opened, "GET", "/api/v1/session", null, null)).isEqualTo(401);
  }

  @Test
  void aSessionEndsAfterItsLengthHoweverBusy() {
    HttpResponse<String> opened = signIn("anna", PASSWORD);
    for (int i = 0; i < 35; i++) {
      rig.time.pass(Duration.ofMinutes(20));
      assertThat(byCookie(opened, "GET", "/api/v1/session", null, null)).isEqualTo(200);
    }
    rig.time.pass(Duration.ofMinutes(21));

    assertThat(byCookie(opened, "GET", "/api/v1/session", null, null)).isEqualTo(401);
  }

  @Test
  void aLinkSignsInOnce() {
    String path = pathOf(rig.links().signInLink(Optional.empty()).toString());
    HttpResponse<String> first = rig.send(rig.request(path));

    assertThat(first.statusCode()).isEqualTo(303);
    assertThat(first.headers().firstValue("Location")).hasValue("/");
    assertThat(byCookie(first, "GET", "/api/v1/session", null, null)).isEqualTo(200);
    assertThat(rig.send(rig.request(path)).statusCode()).isEqualTo(401);
  }

  @Test
  void aLinkIsGoodForFifteenMinutes() {
    String path = pathOf(rig.links().signInLink(Optional.of("anna")).toString());
    rig.time.pass(Duration.ofMinutes(15));

    assertThat(rig.send(rig.request(path)).statusCode()).isEqualTo(401);
    assertThat(rig.send(rig.request("/sign-in?code=made-up")).statusCode()).isEqualTo(401);
    assertThat(rig.send(rig.request("/sign-in")).statusCode()).isEqualTo(401);
  }

  @Test
  void anAdministratorMakesChangesAndRemovesUsers() throws Exception {
    String admin = rig.token("admin", Role.ADMIN);
    String path = "/api/v1/users/bo";
    String wanted = "{\"roles\":[\"lead\",\"policy-owner\"],\"password\":\"" + PASSWORD + "\"}";

    assertThat(rig.call(admin, "PUT", path, wanted).statusCode()).isEqualTo(200);
    HttpResponse<String> bo = signIn("bo", PASSWORD);
    assertThat(bo.statusCode()).isEqualTo(200);
    String token = json(rig.call(admin, "POST", path + "/tokens", null)).at("/token").asText();
    assertThat(rig.call(token, "GET", "/api/v1/session", null).statusCode()).isEqualTo(200);
    assertThat(rig.call(token, "GET", "/api/v1/session", null).body()).doesNotContain("csrf");

    assertThat(rig.call(admin, "DELETE", path, null).statusCode()).isEqualTo(204);
    assertThat(rig.call(token, "GET", "/api/v1/session", null).statusCode()).isEqualTo(401);
    assertThat(byCookie(bo, "GET", "/api/v1/session", null, null)).isEqualTo(401);
    assertThat(signIn("bo", PASSWORD).statusCode()).isEqualTo(401);
  }

  @Test
  void aNewPasswordEndsTheUsersSessions() {
    String admin = rig.token("admin", Role.ADMIN);
    HttpResponse<String> opened = signIn("anna", PASSWORD);
    String wanted = "{\"roles\":[\"agent\"],\"password\":\"another long password\"}";

    rig.call(admin, "PUT", "/api/v1/users/anna", wanted);

    assertThat(byCookie(opened, "GET", "/api/v1/session", null, null)).isEqualTo(401);
  }

  @Test
  void revokedTokensStopAtOnceAndNewOnesWork() throws Exception {
    String admin = rig.token("admin", Role.ADMIN);
    String leaked = rig.token("anna", Role.AGENT);
    String other = rig.credentials.newToken("anna");
    String path = "/api/v1/users/anna/tokens";

    assertThat(rig.call(admin, "DELETE", path, null).statusCode()).isEqualTo(204);

    assertThat(rig.call(leaked, "GET", "/api/v1/session", null).statusCode()).isEqualTo(401);
    assertThat(rig.call(other, "GET", "/api/v1/session", null).statusCode()).isEqualTo(401);
    assertThat(signIn("anna", PASSWORD).statusCode()).isEqualTo(200);
    String fresh = json(rig.call(admin, "POST", path, null)).at("/token").asText();
    assertThat(rig.call(fresh, "GET", "/api/v1/session", null).statusCode()).isEqualTo(200);
    assertThat(rig.call(admin, "DELETE", "/api/v1/users/nobody/tokens", null).statusCode())
        .isEqualTo(404);
  }

  @Test
  void aNewPasswordEndsTheUsersTokens() {
    String admin = rig.token("admin", Role.ADMIN);
    String leaked = rig.token("anna", Role.AGENT);
    String wanted = "{\"roles\":[\"agent\"],\"password\":\"another long password\"}";

    rig.call(admin, "PUT", "/api/v1/users/anna", wanted);

    assertThat(rig.call(leaked, "GET", "/api/v1/session", null).statusCode()).isEqualTo(401);
  }

  @Test
  void whatLastsDoesNotOutliveItsToken() {
    Authentication authentication = new Authentication(rig.users, rig.credentials, rig.sessions);
    Caller caller =
        new Caller(
            GatewayRig.ENGINE,
            Optional.empty(),
            rig.credentials.token(rig.token(GatewayRig.ENGINE.user(), Role.OPERATOR)));
    assertThat(authentication.stillThere(caller)).isTrue();

    rig.credentials.revokeTokens(GatewayRig.ENGINE.user());

    assertThat(authentication.stillThere(caller)).isFalse();
  }

  @Test
  void whatMakesNoUserIsRefused() {
    String admin = rig.token("admin", Role.ADMIN);

    assertThat(rig.call(admin, "PUT", "/api/v1/users/Bo", "{\"roles\":[\"lead\"]}").statusCode())
        .isEqualTo(400);
    assertThat(rig.call(admin, "PUT", "/api/v1/users/bo", "{\"roles\":[]}").statusCode())
        .isEqualTo(400);
    assertThat(rig.call(admin, "PUT", "/api/v1/users/bo", "{\"roles\":[\"boss\"]}").statusCode())
        .isEqualTo(400);
    assertThat(
            rig.call(
                    admin,
                    "PUT",
                    "/api/v1/users/bo",
                    "{\"roles\":[\"lead\"],\"password\":\"short\"}")
                .statusCode())
        .isEqualTo(400);
    assertThat(rig.users.get("bo")).isEmpty();
  }

  @Test
  void theLastAdministratorStays() {
    String admin = rig.token("admin", Role.ADMIN);

    assertThat(rig.call(admin, "DELETE", "/api/v1/users/admin", null).statusCode()).isEqualTo(422);
    assertThat(
            rig.call(admin, "PUT", "/api/v1/users/admin", "{\"roles\":[\"agent\"]}").statusCode())
        .isEqualTo(422);
  }

  @Test
  void neitherPasswordsNorTokensAreKeptAsTheyAre() {
    String token = rig.credentials.newToken("anna");
    rig.users.define(new User("anna", Set.of(Role.AGENT), Locale.ENGLISH), GatewayRig.ENGINE);

    assertThat(rig.secrets.toString()).doesNotContain(PASSWORD).doesNotContain(token);
    rig.journal
        .read(1, 100)
        .forEach(
            entry ->
                assertThat(
                        new String(
                            entry.payload().orElseThrow(), java.nio.charset.StandardCharsets.UTF_8))
                    .doesNotContain(PASSWORD)
                    .doesNotContain(token));
  }

  @Test
  void whoNeverChoseALanguageIsAnsweredInTheBrowsers() throws Exception {
    rig.users.define(new User("nils", Set.of(Role.AGENT), Locale.ROOT), GatewayRig.ENGINE);
    rig.credentials.setPassword("nils", PASSWORD);
    String token = rig.credentials.newToken("nils");

    HttpResponse<String> swedish =
        rig.send(signInRequest("nils", PASSWORD).header("Accept-Language", "sv-SE,sv;q=0.9"));
    HttpResponse<String> refusal =
        rig.send(
            rig.request("/api/v1/users")
                .header("Authorization", "Bearer " + token)
                .header("Accept-Language", "sv-SE"));

    assertThat(json(swedish).at("/language").asText()).isEqualTo("sv");
    assertThat(json(signIn("nils", PASSWORD)).at("/language").asText()).isEqualTo("en");
    assertThat(refusal.statusCode()).isEqualTo(403);
    assertThat(refusal.body()).contains("Dina roller");
    String admin = rig.token("chief", Role.ADMIN);
    assertThat(rig.call(admin, "GET", "/api/v1/users/nils", null).body())
        .doesNotContain("language");
  }

  @Test
  void theLanguageIsKept() throws Exception {
    String token = rig.token("anna", Role.AGENT);

    rig.call(token, "PATCH", "/api/v1/session", "{\"language\":\"sv\"}");

    assertThat(json(signIn("anna", PASSWORD)).at("/language").asText()).isEqualTo("sv");
    assertThat(rig.call(token, "PATCH", "/api/v1/session", "{\"language\":\"de\"}").statusCode())
        .isEqualTo(400);
  }

  private HttpResponse<String> signIn(String user, String password) {
    return rig.send(signInRequest(user, password));
  }

  private HttpRequest.Builder signInRequest(String user, String password) {
    return rig.request("/api/v1/session")
        .header("Content-Type", "application/json")
        .POST(
            HttpRequest.BodyPublishers.ofString(
                "{\"user\":\"" + user + "\",\"password\":\"" + password + "\"}"));
  }

  private int byCookie(
      HttpResponse<?> opened, String method, String path, String body, String csrf) {
    String cookie = opened.headers().firstValue("Set-Cookie").orElseThrow().split(";", 2)[0];
    HttpRequest.Builder request =
        rig.request(path)
            .header("Cookie", cookie)
            .header("Content-Type", "application/json")
            .method(
                method,
                body == null
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofString(body));
    if (csrf != null) {
      request.header("X-Svara-CSRF", csrf);
    }
    return rig.send(request).statusCode();
  }

  private static String pathOf(String link) {
    return link.substring(link.indexOf("/sign-in"));
  }

  private static JsonNode json(HttpResponse<String> answer) throws Exception {
    return new ObjectMapper().readTree(answer.body());
  }
}
