package io.svara.engine.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class SettingsTest {
  @Test
  void theOutboxReadsTheFileThatOperatorsAreTold() throws IOException {
    try (InputStream description =
        Outbox.class.getResourceAsStream("/OSGI-INF/" + Outbox.class.getName() + ".xml")) {
      assertThat(new String(description.readAllBytes(), StandardCharsets.UTF_8))
          .contains("configuration-pid=\"io.svara.outbox\"");
    }
  }
}
