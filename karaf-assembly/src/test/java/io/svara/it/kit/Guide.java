package io.svara.it.kit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A chapter whose code is run as it stands there, so that text and test cannot differ. */
record Guide(String text) {
  private static final Pattern BLOCK = Pattern.compile("```\\w*\n(.*?)```", Pattern.DOTALL);

  /**
   * @param file from the root of the source
   */
  static Guide of(String file) throws IOException {
    return new Guide(Files.readString(Path.of(System.getProperty("svara.root")).resolve(file)));
  }

  /** The lines of the first block, without comments. */
  List<String> commands() {
    return blockAfter("")
        .lines()
        .map(line -> line.replaceFirst("\\s+#.*", ""))
        .collect(Collectors.toUnmodifiableList());
  }

  /** The first block after these words. */
  String blockAfter(String words) {
    int from = text.indexOf(words);
    Matcher block = BLOCK.matcher(text);
    if (from < 0 || !block.find(from)) {
      throw new IllegalArgumentException("The guide has no code after: " + words);
    }
    return block.group(1);
  }
}
