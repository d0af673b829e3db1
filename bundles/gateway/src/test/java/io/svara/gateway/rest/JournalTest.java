package io.svara.gateway.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.svara.engine.desk.Role;
import io.svara.gateway.testing.GatewayRig;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class JournalTest {
  private GatewayRig rig;

  @BeforeEach
  void start() {
    rig = new GatewayRig();
  }

  @AfterEach
  void stop() {
    rig.close();
  }

  @Test
  void whileTheEnginesErasureIsAwayNothingIsDestroyed() {
    rig.journal.add("stream", "noted", "text");
    HttpResponse<String> answer =
        rig.call(
            rig.token("olle", Role.OPERATOR),
            "POST",
            "/api/v1/journal/redact",
            "{\"positions\":[1],\"reason\":\"asked\"}");
    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(answer.headers().firstValue("Retry-After")).isPresent();
    assertThat(rig.journal.redacted()).isEmpty();
  }
}
