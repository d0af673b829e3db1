package io.svara.channel.email.mime;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Files that were written into the text before MIME was, and by newsreaders since. */
final class InText {

  private static final int MOST = 10;
  private static final Pattern BEGIN =
      Pattern.compile(
          "(?m)^(?:(begin) [0-7]{3,4} |(=ybegin) [^\\r\\n]{0,200}?name=)([^\\r\\n]{1,200})");

  private InText() {}

  /** Names each of them, in words. */
  static List<String> files(String text) {
    List<String> named = new ArrayList<>();
    int lastEnd = text.lastIndexOf("\nend");
    int lastYend = text.lastIndexOf("\n=yend");
    Matcher begin = BEGIN.matcher(text);
    while (begin.find() && named.size() < MOST) {
      boolean yenc = begin.group(2) != null;
      boolean ends = (yenc ? lastYend : lastEnd) >= begin.end();
      if (ends) {
        named.add(
            "A file within the text (%s), %s, is left as it came."
                .formatted(
                    yenc ? "yEnc" : "uuencoded",
                    FileNames.clean(begin.group(3), "application/octet-stream")));
      }
    }
    return named;
  }
}
