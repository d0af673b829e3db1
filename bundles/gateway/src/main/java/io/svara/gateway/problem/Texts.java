package io.svara.gateway.problem;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;

/** What the gateway says in words, in Swedish and English. */
public final class Texts {
  private static final Locale SWEDISH = Locale.forLanguageTag("sv");
  private static final List<Locale> SPOKEN = List.of(Locale.ENGLISH, SWEDISH);

  private Texts() {}

  /** The text of that name with its arguments put in. */
  public static String of(Locale language, String name, Object... arguments) {
    // Without the fallback to the machine's own language: English is what others get.
    ResourceBundle texts =
        ResourceBundle.getBundle(
            "io.svara.gateway.problem.texts",
            language,
            Texts.class.getClassLoader(),
            Control.getNoFallbackControl(Control.FORMAT_PROPERTIES));
    return new MessageFormat(texts.getString(name), language).format(arguments);
  }

  /** Swedish or English, whichever an {@code Accept-Language} header likes better. */
  public static Locale preferred(String acceptLanguage) {
    if (acceptLanguage == null || acceptLanguage.length() > 200) {
      return Locale.ENGLISH;
    }
    try {
      Locale found = Locale.lookup(Locale.LanguageRange.parse(acceptLanguage), SPOKEN);
      return found == null ? Locale.ENGLISH : found;
    } catch (IllegalArgumentException malformed) {
      return Locale.ENGLISH;
    }
  }

  /** The language of that tag; none for an empty one; English where it is not spoken here. */
  public static Locale language(String tag) {
    if (tag.isEmpty()) {
      return Locale.ROOT;
    }
    return "sv".equals(tag) ? SWEDISH : Locale.ENGLISH;
  }
}
