package io.svara.channel.facebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GraphIdsTest {

  @ParameterizedTest
  @ValueSource(strings = {"9", "5_9", "100_9", "100_5_9"})
  void everySpellingOfACommentIsOne(String written) {
    assertThat(GraphIds.comment("100", written, Optional.of("100_5"))).isEqualTo("5_9");
    assertThat(GraphIds.comment("100", written, Optional.of("5"))).isEqualTo("5_9");
  }

  @Test
  void aCommentOfAnotherObjectKeepsItsOwn() {
    assertThat(GraphIds.comment("100", "77_9", Optional.of("100_5"))).isEqualTo("77_9");
  }

  @Test
  void withoutAPostACommentIsLeftAsItIs() {
    assertThat(GraphIds.comment("100", "9", Optional.empty())).isEqualTo("9");
    assertThat(GraphIds.comment("100", "100_9", Optional.empty())).isEqualTo("100_9");
  }

  @ParameterizedTest
  @ValueSource(strings = {"5", "100_5"})
  void everySpellingOfAPostIsOne(String written) {
    assertThat(GraphIds.post("100", written)).isEqualTo("100_5");
  }

  @Test
  void aCommentTellsItsPost() {
    assertThat(GraphIds.postOf("100", "5_9")).isEqualTo("5");
    assertThat(GraphIds.postOf("100", "100_5")).isEqualTo("100_5");
    assertThat(GraphIds.postOf("100", "904")).isEqualTo("904");
  }
}
