package io.svara.views;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class WordlessTest {

  @Test
  void showsWhereAndWhatButNothingThatWasSaid() {
    Exception told =
        new IllegalStateException("19121212-1212", new NullPointerException("anna@example.se"));
    StringWriter log = new StringWriter();
    new Wordless(told).printStackTrace(new PrintWriter(log, true));
    assertThat(log.toString())
        .contains("IllegalStateException", "NullPointerException", "WordlessTest")
        .doesNotContain("19121212", "anna@");
  }
}
