package io.svara.hotswap.state;

import static org.assertj.core.api.Assertions.assertThat;

import io.svara.engine.desk.Swaps.Swap;
import io.svara.engine.journal.MemoryJournal;
import io.svara.engine.workplace.MemoryViews;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SwapMovedTest {
  private static final String PARTS =
      "{'saying':'MIRRORED','values':{'version':'2.0.0'}},{'saying':'AS_IT_WAS','values':{}}";

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

  @Test
  void whatANewerSvaraSaysIsReadInItsWordsAloneAndStopsNothing() {
    SwapMoved moved =
        json.read(
            bytes(
                "{'id':'1','plugin':'odd','to':'2.0.0','state':'ROUTED',"
                    + "'at':'2026-11-20T10:00:00Z','by':'anna','why':'Mirrored. All is as it was.',"
                    + "'said':["
                    + PARTS
                    + "]}"),
            SwapMoved.class);
    Swap swap = moved.onto(Optional.empty());
    assertThat(swap.steps().get(0).why()).isEqualTo("Mirrored. All is as it was.");
    assertThat(swap.steps().get(0).said()).isEmpty();
  }

  @Test
  void aRowThatANewerSvaraFoldedIsReadInItsWordsAlone() {
    MemoryViews views = new MemoryViews(new MemoryJournal(), new SwapProjection());
    views.put(
        Rows.SWAPS,
        Rows.key("1"),
        bytes(
            "{'id':'1','plugin':'odd','state':'PROVEN','by':'anna','why':'newer','steps':["
                + "{'state':'PROVEN','at':'2026-11-20T10:00:00Z','by':'anna','why':'Mirrored.',"
                + "'said':["
                + PARTS
                + "]}]}"));
    Rows rows = new Rows(views);
    assertThat(rows.get("1").orElseThrow().steps().get(0).said()).isEmpty();
  }

  private static byte[] bytes(String text) {
    return text.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
  }
}
