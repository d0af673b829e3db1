package io.svara.hotswap.state;

import static org.assertj.core.api.Assertions.assertThat;

import io.svara.engine.desk.Swaps.Swap;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SwapMovedTest {
  private final Json json = new Json();

  @Test
  void whatAnOlderSvaraWroteIsReadWithoutParts() {
    SwapMoved moved =
        json.read(
            bytes(
                "{'id':'1','plugin':'odd','to':'2.0.0','state':'ROUTED',"
                    + "'at':'2026-11-20T10:00:00Z','by':'anna','why':'New work goes to 2.0.0.'}"),
            SwapMoved.class);
    Swap swap = moved.onto(Optional.empty());
    assertThat(swap.steps().get(0).why()).isEqualTo("New work goes to 2.0.0.");
    assertThat(swap.steps().get(0).said()).isEmpty();
  }

  private static byte[] bytes(String text) {
    return text.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
  }
}
