package io.svara.testing.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.opentest4j.TestAbortedException;

class PeersTest {
  @Test
  void aPeerThatIsThereIsGiven() {
    assertThat(Peers.required(true).get("browser", Optional.of("chromium"), "install it"))
        .isEqualTo("chromium");
  }

  @Test
  void aMissingPeerSkipsTheTestWithTheReason() {
    assertThatThrownBy(() -> Peers.required(false).get("browser", Optional.empty(), "install it"))
        .isInstanceOf(TestAbortedException.class)
        .hasMessage("There is no browser here: install it.");
  }

  @Test
  void aMissingPeerFailsTheTestWhereItIsRequired() {
    assertThatThrownBy(() -> Peers.required(true).get("browser", Optional.empty(), "install it"))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("There is no browser here: install it.");
  }
}
