package io.svara.it.durability;

import static io.svara.testing.feed.Call.What.ASKED;
import static io.svara.testing.feed.Call.What.SENT;
import static org.assertj.core.api.Assertions.assertThat;

import io.svara.testing.feed.Call;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The kill test's check of replies, on lists that were made up. */
final class ResentTest {
  @Test
  void aReplySentTwiceInARowIsFound() {
    assertThat(
            Resent.blindly(List.of(new Call(SENT, "a"), new Call(SENT, "b"), new Call(SENT, "a"))))
        .containsExactly("a");
  }

  @Test
  void aReplyThatWasAskedAboutMayBeSentAgain() {
    assertThat(
            Resent.blindly(List.of(new Call(SENT, "a"), new Call(ASKED, "a"), new Call(SENT, "a"))))
        .isEmpty();
  }
}
