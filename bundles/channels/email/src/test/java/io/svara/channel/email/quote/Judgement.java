package io.svara.channel.email.quote;

import java.util.ArrayList;
import java.util.List;

/** How many of a corpus came out as expected, and which did not. */
final class Judgement {
  private final String what;
  private final List<String> failures = new ArrayList<>();
  private int judged;

  Judgement(String what) {
    this.what = what;
  }

  void of(String name, String expected, String found) {
    judged++;
    if (!expected.equals(found)) {
      failures.add(name + ": expected <" + brief(expected) + ">, found <" + brief(found) + ">");
    }
  }

  void print() {
    System.out.println(
        "reply-trim-talon, " + what + ": " + (judged - failures.size()) + " of " + judged);
    failures.forEach(failure -> System.out.println("  " + failure));
  }

  int judged() {
    return judged;
  }

  /** The share that came out as expected, of 1. */
  double share() {
    return (double) (judged - failures.size()) / judged;
  }

  private static String brief(String text) {
    String line = text.replace("\n", "\\n");
    return line.length() > 300 ? line.substring(0, 300) + "…" : line;
  }
}
