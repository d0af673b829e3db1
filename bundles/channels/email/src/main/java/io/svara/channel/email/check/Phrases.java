package io.svara.channel.email.check;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Properties;

/**
 * Words in one language. Read anew for each check: what Java keeps of resource bundles would keep
 * this plugin's class loader too.
 */
record Phrases(Properties words) {

  /** In that language, or in English. */
  static Phrases in(Locale language) {
    Properties words = new Properties();
    add(words, "words.properties");
    if (language.getLanguage().equals("sv")) {
      add(words, "words_sv.properties");
    }
    return new Phrases(words);
  }

  private static void add(Properties words, String file) {
    try (InputStream in = Phrases.class.getResourceAsStream(file)) {
      words.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /** A phrase, with these values in its places {0}, {1} and so on. */
  String say(String key, Object... values) {
    String phrase = words.getProperty(key);
    for (int i = 0; i < values.length; i++) {
      phrase = phrase.replace("{" + i + "}", String.valueOf(values[i]));
    }
    return phrase;
  }
}
