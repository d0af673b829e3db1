package io.svara.host.secrets;

import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Resolves {@code $[env:NAME]} and {@code $[secret:name]} in a value, when it is used and not
 * before: so that neither the journal nor a form ever shows what they stand for.
 */
public final class References {
  private static final Pattern REFERENCE = Pattern.compile("\\$\\[(env|secret):([^\\]]+)\\]");

  private final Function<String, Optional<String>> environment;
  private final Function<String, Optional<String>> secrets;

  public References(
      Function<String, Optional<String>> environment, Function<String, Optional<String>> secrets) {
    this.environment = environment;
    this.secrets = secrets;
  }

  /**
   * The value with its references replaced, once: what they stand for is not searched again.
   *
   * @throws Dangling when one of them stands for nothing
   */
  public String resolve(String value) throws Dangling {
    StringBuilder resolved = new StringBuilder();
    Matcher matcher = REFERENCE.matcher(value);
    int from = 0;
    while (matcher.find()) {
      String name = matcher.group(2);
      Optional<String> found =
          matcher.group(1).equals("env") ? environment.apply(name) : secrets.apply(name);
      resolved.append(value, from, matcher.start());
      resolved.append(found.orElseThrow(() -> new Dangling(matcher.group())));
      from = matcher.end();
    }
    return resolved.append(value, from, value.length()).toString();
  }

  /** A reference that stands for nothing. */
  public static final class Dangling extends Exception {
    private static final long serialVersionUID = 1L;

    Dangling(String reference) {
      super(reference + " stands for nothing: set it, or change the setting that refers to it");
    }
  }
}
