package io.svara.gateway.letters;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.owasp.html.Handler;
import org.owasp.html.HtmlSanitizer;
import org.owasp.html.HtmlStreamRenderer;

/**
 * A letter's HTML as a document of its own, made safe. It is shown in a sandboxed frame, under a
 * policy that lets nothing run and nothing be fetched: each of the three is enough by itself.
 *
 * @param html the whole document
 * @param remote pictures that lie elsewhere, shown or not
 * @param missing how many pictures of its own are not shown
 * @param cutShort whether more came than is shown
 */
public record LetterDocument(String html, RemotePictures remote, int missing, boolean cutShort) {
  /** Characters that are read of a letter; beyond any that a person wrote. */
  private static final int MOST = 6_000_000;

  private static final String FRAME =
      """
      <!doctype html>
      <html><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
      <title>HTML</title>
      <style>
      :root { color-scheme: %s; background: Canvas; }
      body { margin: 12px; font: 15px/1.5 system-ui, sans-serif; color: CanvasText; overflow-wrap: anywhere; }
      img { max-width: 100%%; height: auto; }
      table { max-width: 100%%; }
      pre { white-space: pre-wrap; }
      blockquote { margin: 0 0 0 8px; padding-left: 8px; border-left: 2px solid GrayText; }
      .svara-host { font-family: monospace; background: Mark; color: MarkText; }
      .svara-picture { border: 1px dashed GrayText; padding: 0 4px; }
      </style></head><body>
      """;

  /** What the light is like where it is read. */
  public enum Theme {
    LIGHT,
    DARK
  }

  /**
   * The document of a letter.
   *
   * @param written the HTML as it came
   * @param byContentId the bytes of a picture that came with it
   */
  public static LetterDocument of(
      String written,
      Pictures pictures,
      Theme theme,
      Function<String, Optional<byte[]>> byContentId) {
    boolean cut = written.length() > MOST;
    String read = cut ? written.substring(0, MOST) : written;
    Sources sources = new Sources(new InlinePictures(byContentId), pictures);
    StringBuilder cleaned = new StringBuilder(read.length() / 2);
    Marking[] marking = new Marking[1];
    HtmlSanitizer.Policy policy =
        Cleaning.rules(sources)
            .withPostprocessor(next -> marking[0] = new Marking(next))
            .build(HtmlStreamRenderer.create(cleaned, Handler.DO_NOTHING));
    // The builder's own preprocessor counts for its factories alone, not for what build() makes.
    HtmlSanitizer.sanitize(read, policy, FewAttributes::new);
    // Colours were chosen for white paper; a letter without any may be dark where all is dark.
    boolean dark = theme == Theme.DARK && !marking[0].paints();
    String document = FRAME.formatted(dark ? "dark" : "light") + cleaned + "</body></html>\n";
    return new LetterDocument(document, sources.remote(), sources.missing(), cut);
  }

  /** The headers that it is served with. */
  public static Map<String, String> headers(Pictures pictures) {
    return Map.of(
        "Content-Security-Policy",
        "sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none'; style-src"
            + " 'unsafe-inline'; img-src data:"
            + (pictures == Pictures.SHOWN ? " https:" : "")
            + "; base-uri 'none'; form-action 'none'; frame-ancestors 'self'",
        "X-Frame-Options",
        "SAMEORIGIN",
        "X-Content-Type-Options",
        "nosniff",
        "Referrer-Policy",
        "no-referrer",
        "Cache-Control",
        "no-store");
  }
}
