package io.svara.engine.intake;

import static io.svara.engine.workplace.Workplace.comment;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.svara.engine.plugins.Connectors;
import io.svara.engine.plugins.Connectors.Absent;
import io.svara.engine.plugins.Connectors.Failed;
import io.svara.engine.workplace.Workplace;
import java.lang.reflect.Proxy;
import org.junit.jupiter.api.Test;

class ParsingTest {
  @Test
  void whatIsInterruptedByAStopWaitsAndIsNotPutIntoQuarantine() throws Exception {
    try (Workplace work = new Workplace()) {
      work.post(comment("c1", "c1", "kim", "question"));
      work.shout.goes();
      long position = Long.parseLong(work.send("anything"));
      Parsing parsing = new Parsing(work.journal, stopping(), work.scribe);

      assertThatThrownBy(() -> parsing.read(position)).isInstanceOf(Absent.class);

      assertThat(Thread.interrupted()).isTrue();
    }
  }

  /** As the host answers when its caller is interrupted during the call. */
  private static Connectors stopping() {
    return (Connectors)
        Proxy.newProxyInstance(
            Connectors.class.getClassLoader(),
            new Class<?>[] {Connectors.class},
            (proxy, method, arguments) -> {
              Thread.currentThread().interrupt();
              throw new Failed("shout was interrupted because its caller stops.", null);
            });
  }
}
