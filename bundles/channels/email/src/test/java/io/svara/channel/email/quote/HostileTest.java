package io.svara.channel.email.quote;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Letters that are written to keep a machine busy. */
class HostileTest {
  private static final Duration LONGEST = Duration.ofSeconds(1);

  static Stream<String> texts() {
    String wrote = "On 1 Jan 2014 10:10 a@b.c wrote:\n";
    return Stream.of(
        "a".repeat(1_000_000),
        " ".repeat(1_000_000),
        ">".repeat(1_000_000),
        "> a\n".repeat(100_000),
        ">\n".repeat(100_000),
        "> a\nb\n".repeat(100_000),
        "\n".repeat(1_000_000),
        wrote.repeat(50_000),
        (wrote + "> a\nb\n").repeat(30_000),
        "On 1:\n".repeat(100_000),
        ("On 2014 10:10 " + "x ".repeat(130) + ":\n").repeat(5_000),
        ("a@b 10:10 " + "@a".repeat(140) + ":\n").repeat(5_000),
        "From: a\n".repeat(100_000),
        "From: a\n\n".repeat(100_000),
        "-----\n".repeat(100_000),
        "-----Original Message\n".repeat(50_000),
        "-----Forwarded\n".repeat(50_000),
        "Thanks,\n".repeat(100_000),
        ("Mvh " + "A ".repeat(100) + "\n").repeat(10_000),
        "1".repeat(290).concat("\n").repeat(3_000),
        "On " + "1".repeat(1_000_000) + " wrote:");
  }

  static Stream<String> documents() {
    return Stream.of(
        "<blockquote type=cite>".repeat(40_000) + "a",
        "<div class=gmail_quote>".repeat(15_000) + "a",
        "<div style='border-left:solid blue 1.5pt'>a".repeat(20_000),
        "<p>a".repeat(40_000),
        "<br>".repeat(100_000),
        "<b>a</b> ".repeat(40_000),
        "<a href='https://example.com'>a</a>".repeat(20_000),
        "<pre>" + "a\n".repeat(300_000),
        "<table><tr><td>".repeat(10_000),
        "<i class='" + "x ".repeat(400_000) + "'>a",
        "<i id='" + "x_".repeat(400_000) + "'>a",
        "<".repeat(1_000_000),
        "a".repeat(1_000_000));
  }

  static {
    Folding.text("warm\n\nOn 1 Jan 2014 10:10 a@b.c wrote:\n> b");
    Folding.html("<p>warm</p>");
  }

  @ParameterizedTest(name = "text {index}")
  @MethodSource("texts")
  void aTextIsFoldedInBoundedTime(String text) {
    within(() -> Folding.text(text));
  }

  @ParameterizedTest(name = "document {index}")
  @MethodSource("documents")
  void aDocumentIsFoldedInBoundedTime(String html) {
    within(() -> Folding.html(html));
  }

  @Test
  void aLongLetterKeepsItsShape() {
    String quoted = "On 1 Jan 2014 10:10 a@b.c wrote:\n" + "> a\n".repeat(100_000);
    Folded folded = Folding.text("Yes.\n\n" + quoted);
    assertThat(folded).isEqualTo(new Folded("Yes.", quoted.strip()));
    assertThat(List.of(folded.folded().split("\n"))).hasSize(100_001);
  }

  /** What the processor spent on it: beside other tests a machine may pause. */
  private static void within(Supplier<Folded> folding) {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    long start = threads.getCurrentThreadCpuTime();
    assertThat(folding.get()).isNotNull();
    Duration took = Duration.ofNanos(threads.getCurrentThreadCpuTime() - start);
    assertThat(took).isLessThan(LONGEST);
  }
}
