package io.svara.engine.fold;

import static org.assertj.core.api.Assertions.assertThat;

import io.svara.engine.fold.Bookmarks.Mark;
import org.junit.jupiter.api.Test;

class BookmarksTest {
  private final Bookmarks upgraded =
      Bookmarks.NONE.with(new Mark("1.0.0", "a")).with(new Mark("2.0.0", "b"));

  @Test
  void aNewerVersionGoesOnWhereTheOlderOneLeftOff() {
    assertThat(Bookmarks.NONE.with(new Mark("1.0.0", "a")).of("2.0.0")).hasValue("a");
  }

  @Test
  void anOlderVersionGoesOnWhereItLeftOffItself() {
    assertThat(upgraded.of("1.0.0")).hasValue("a");
    assertThat(upgraded.of("1.5.0")).hasValue("a");
  }

  @Test
  void whatAnOlderVersionWroteLaterCountsForTheNewerOnesToo() {
    Bookmarks back = upgraded.with(new Mark("1.0.0", "c"));
    assertThat(back.of("2.0.0")).hasValue("c");
  }

  @Test
  void aVersionOlderThanAllThatWroteBegins() {
    assertThat(upgraded.of("0.9.0")).isEmpty();
  }

  @Test
  void thereAreNeverMoreMarksThanVersions() {
    Bookmarks many = Bookmarks.NONE;
    for (int i = 0; i < 100; i++) {
      many = many.with(new Mark("1.0.0", "a" + i)).with(new Mark("2.0.0", "b" + i));
    }
    assertThat(many.marks()).containsExactly(new Mark("1.0.0", "a99"), new Mark("2.0.0", "b99"));
  }
}
