package io.svara.gateway.web;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The Content-Security-Policy of answers. Public for the console's tests, which run under it. */
public final class ContentPolicy {
  /** For what is no page. */
  static final String NOTHING = "default-src 'none'; frame-ancestors 'none'";

  private static final Pattern IMPORT_MAP =
      Pattern.compile(
          "<script\\s+type=[\"']?importmap[\"']?\\s*>(.*?)</script>",
          Pattern.DOTALL | Pattern.CASE_INSENSITIVE);

  private ContentPolicy() {}

  /**
   * For a page: everything from here alone, and of inline scripts none but its import maps, each by
   * its hash (CSP 3, 6.7.3.3).
   */
  public static String of(String html) {
    String maps =
        IMPORT_MAP
            .matcher(html)
            .results()
            .map(map -> " 'sha256-" + hash(map.group(1)) + "'")
            .collect(Collectors.joining());
    return "default-src 'none'; script-src 'self'"
        + maps
        + "; style-src 'self'; connect-src 'self'; img-src 'self' data:; font-src 'self'; frame-src"
        + " 'self'; manifest-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";
  }

  private static String hash(String script) {
    try {
      // A parser of HTML reads every line end as one line feed, and that is what is hashed.
      String read = script.replace("\r\n", "\n");
      return Base64.getEncoder()
          .encodeToString(
              MessageDigest.getInstance("SHA-256").digest(read.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256; this one does not.", e);
    }
  }
}
