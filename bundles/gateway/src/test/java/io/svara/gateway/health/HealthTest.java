package io.svara.gateway.health;

import static org.assertj.core.api.Assertions.assertThat;

import io.svara.engine.desk.Role;
import io.svara.gateway.testing.GatewayRig;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HealthTest {
  private final GatewayRig rig = new GatewayRig();

  @AfterEach
  void stop() {
    rig.close();
  }

  @Test
  void readyWhenNothingIsMissing() {
    HttpResponse<String> answer = rig.send(rig.request("/health/ready"));

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo("{\"ready\":true}");
  }

  @Test
  void aPluginThatIsCutOffIsShownAndTakesNothingElseOutOfService() {
    rig.desk.cutOff("shout 1.0.0 is cut off.");
    HttpResponse<String> answer = rig.send(rig.request("/health/ready"));

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body())
        .contains("\"ready\":true", "\"troubles\":[\"shout 1.0.0 is cut off.\"]");
    assertThat(rig.send(rig.request("/metrics")).body()).contains("svara_plugins_cutoff 1.0");
  }

  @Test
  void notReadyAndWhy() {
    rig.desk.lack("The views are folding.");
    HttpResponse<String> answer = rig.send(rig.request("/health/ready"));

    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(answer.body())
        .isEqualTo("{\"ready\":false,\"missing\":[\"The views are folding.\"]}");
  }

  @Test
  void notReadyBeforeTheInterfaceAnswers() {
    rig.opening.close(Opening.Part.API);
    HttpResponse<String> answer = rig.send(rig.request("/health/ready"));

    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(answer.body()).contains("/api/v1 is starting");
  }

  @Test
  void notReadyBeforeTheHooksAnswer() {
    rig.opening.close(Opening.Part.HOOKS);
    HttpResponse<String> answer = rig.send(rig.request("/health/ready"));

    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(answer.body()).contains("hooks are starting");
  }

  @Test
  void howFarTheViewsAreIsToldAlsoWhileSomethingElseWaitsForThem() {
    rig.opening.close(Opening.Part.FIRST_USER);
    rig.desk.lack("The views are at 7 of 9 entries.");

    assertThat(rig.send(rig.request("/health/ready")).body())
        .contains("at 7 of 9 entries", "first user is being made");
  }

  @Test
  void notReadyBeforeThereIsSomebodyToSignIn() {
    rig.opening.close(Opening.Part.FIRST_USER);
    HttpResponse<String> answer = rig.send(rig.request("/health/ready"));

    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(answer.body()).contains("first user is being made");
  }

  @Test
  void aliveWhateverIsMissing() {
    rig.desk.lack("Everything.");

    assertThat(rig.send(rig.request("/health/live")).statusCode()).isEqualTo(200);
    assertThat(rig.send(rig.request("/health/other")).statusCode()).isEqualTo(404);
  }

  @Test
  void fromElsewhereMetricsNeedAnOperatorsToken() {
    String operator = rig.token("op", Role.OPERATOR);
    String agent = rig.token("anna", Role.AGENT);

    assertThat(rig.send(fromElsewhere()).statusCode()).isEqualTo(401);
    assertThat(rig.send(fromElsewhere().header("Authorization", "Bearer " + agent)).statusCode())
        .isEqualTo(401);
    assertThat(rig.send(fromElsewhere().header("Authorization", "Bearer " + operator)).statusCode())
        .isEqualTo(200);
  }

  private HttpRequest.Builder fromElsewhere() {
    return rig.request("/metrics").header("X-Forwarded-For", "192.0.2.1");
  }
}
