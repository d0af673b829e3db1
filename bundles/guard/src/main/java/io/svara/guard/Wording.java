package io.svara.guard;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;

/** What the checks say, in the agent's language; English for a language that is not here. */
record Wording(ResourceBundle words, Locale language) {
  private static final Control NO_FALLBACK =
      Control.getNoFallbackControl(Control.FORMAT_PROPERTIES);

  static Wording in(Locale language) {
    return new Wording(
        ResourceBundle.getBundle(
            "io.svara.guard.remarks", language, Wording.class.getClassLoader(), NO_FALLBACK),
        language);
  }

  String say(String key, Object... parts) {
    return new MessageFormat(words.getString(key), language).format(parts);
  }
}
