package io.svara.channel.email.quote;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

/** Letters put together by chance: every line is in one of both heaps, in its order. */
class NothingIsLostTest {
  private static final List<String> PIECES =
      List.of(
          "",
          "",
          "Hello Anna,",
          "I have a question about my order 123456.",
          "> Can you come?",
          ">> deeper",
          "On Thu, Jun 26, 2014 at 2:14 PM, Anna <a@example.com> wrote:",
          "On Thu, Jun 26, 2014",
          "<a@example.com> wrote:",
          "-----Original Message-----",
          "---------- Forwarded message ---------",
          "From: Anna <a@example.com>",
          "Sent: Thursday",
          "To: Bo",
          "Subject: Help",
          "________________________________",
          "-- ",
          "Best regards,",
          "Anna Berg",
          "Tel: 070-123 45 67",
          "Sent from my iPhone",
          "Thanks!",
          "/Anna");

  @RepeatedTest(400)
  void everyLineOfATextIsInOneHeap(RepetitionInfo seed) {
    List<String> lines = lines(seed.getCurrentRepetition(), "");
    Folded folded = Folding.text(String.join("\n", lines), new Origin("Anna", "Re: x"));
    complementary(lines, folded);
  }

  @RepeatedTest(400)
  void everyLineOfADocumentIsInOneHeap(RepetitionInfo seed) {
    Random random = new Random(seed.getCurrentRepetition());
    List<String> wraps =
        List.of(
            "<p>%s</p>",
            "%s<br>",
            "<blockquote>%s</blockquote>",
            "<blockquote type=cite>%s<br>",
            "</blockquote><div class=gmail_quote>%s</div>",
            "<hr>%s<br>",
            "<div id=divRplyFwdMsg>%s</div>",
            "<div class=gmail_signature>%s</div>",
            "<table><tr><td>%s</td></tr></table>");
    List<String> lines = lines(seed.getCurrentRepetition(), "x");
    StringBuilder html = new StringBuilder();
    for (String line : lines) {
      String escaped = line.replace("<", "&lt;").replace(">", "&gt;");
      html.append(wraps.get(random.nextInt(wraps.size())).formatted(escaped)).append('\n');
    }
    complementary(lines, Folding.html(html.toString()));
  }

  private static List<String> lines(int seed, String filler) {
    Random random = new Random(seed);
    List<String> lines = new ArrayList<>();
    int count = 1 + random.nextInt(25);
    for (int i = 0; i < count; i++) {
      String piece = PIECES.get(random.nextInt(PIECES.size()));
      lines.add(piece.isEmpty() ? filler : piece);
    }
    return lines;
  }

  private static void complementary(List<String> lines, Folded folded) {
    List<String> expected = worded(lines);
    List<String> written = worded(folded.written().lines().toList());
    List<String> rest = worded(folded.folded().lines().toList());
    List<String> both = new ArrayList<>(written);
    both.addAll(rest);
    assertThat(both).containsExactlyInAnyOrderElementsOf(expected);
    assertThat(inOrder(expected, written)).as("in order: " + written).isTrue();
    assertThat(inOrder(expected, rest)).as("in order: " + rest).isTrue();
    assertThat(written.isEmpty()).isEqualTo(expected.isEmpty());
  }

  private static boolean inOrder(List<String> all, List<String> some) {
    int found = 0;
    for (String line : all) {
      if (found < some.size() && some.get(found).equals(line)) {
        found++;
      }
    }
    return found == some.size();
  }

  private static List<String> worded(List<String> lines) {
    return lines.stream().map(String::strip).filter(line -> !line.isEmpty()).toList();
  }
}
