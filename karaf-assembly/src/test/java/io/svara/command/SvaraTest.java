package io.svara.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SvaraTest {
  @Test
  void withoutACommandTheCommandsAreListed() {
    assertThat(Svara.command(List.of())).isEqualTo("help svara");
    assertThat(Svara.command(List.of("help"))).isEqualTo("help svara");
    assertThat(Svara.command(List.of("help", "cases"))).isEqualTo("help svara:cases");
  }

  @Test
  void theScopeIsPutInFrontOnce() {
    assertThat(Svara.command(List.of("cases", "--limit", "5"))).isEqualTo("svara:cases --limit 5");
    assertThat(Svara.command(List.of("svara:cases"))).isEqualTo("svara:cases");
  }

  @Test
  void aWordStaysOneWordWhateverItHolds() {
    assertThat(Svara.command(List.of("cases", "it's $(here); now")))
        .isEqualTo("svara:cases 'it\\'s $(here); now'");
  }
}
