package io.svara.channel.email.quote;

/** "Sent from my iPhone": what a telephone or a program adds. */
final class Device {
  private static final int LONGEST = 160;

  private Device() {}

  static boolean is(String line) {
    if (line.length() > LONGEST) {
      return false;
    }
    String bare = Words.bare(line);
    return bare.length() > 0
        && Words.of(bare).size() <= 14
        && Phrases.of(Topic.DEVICE).stream().anyMatch(bare::startsWith);
  }
}
