package io.svara.gateway.problem;

import static org.assertj.core.api.Assertions.assertThat;

import io.svara.engine.views.ViewsStarting;
import java.util.Locale;
import org.junit.jupiter.api.Test;

final class DiagnosisTest {
  /** A platform that posts in the second of a start was told of an error and not to come again. */
  @Test
  void viewsThatAreStillStartingAreNoErrorButAReasonToComeAgain() {
    Problem problem = Diagnosis.of(new ViewsStarting(), Locale.ENGLISH, "POST /hooks");

    assertThat(problem.status()).isEqualTo(503);
    assertThat(problem.detail()).contains("starting");
  }
}
