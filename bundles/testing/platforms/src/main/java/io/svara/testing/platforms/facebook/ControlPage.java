package io.svara.testing.platforms.facebook;

import io.svara.testing.platforms.WebhookAttempt;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The control page's HTML: what stands on the platform, and forms to act as a customer and to
 * switch faults on.
 */
final class ControlPage {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm:ss").withZone(ZoneId.systemDefault());
  private static final int SHOWN_POSTS = 30;
  private static final int SHOWN_ATTEMPTS = 12;

  private final FacebookPlatform platform;

  ControlPage(FacebookPlatform platform) {
    this.platform = platform;
  }

  String whole() {
    try (InputStream template = ControlPage.class.getResourceAsStream("control.html")) {
      return new String(template.readAllBytes(), StandardCharsets.UTF_8)
          .replace("{{live}}", live())
          .replace("{{side}}", side());
    } catch (IOException unreadable) {
      throw new UncheckedIOException(
          "The control page's template could not be read from the jar.", unreadable);
    }
  }

  /** The part that changes by itself. */
  String live() {
    StringBuilder html = new StringBuilder("<section>");
    for (Page page : platform.pages()) {
      html.append("<h2>")
          .append(escape(page.name()))
          .append(" <span class=\"soft\">")
          .append(page.id())
          .append("</span></h2>");
      newestFirst(platform.reviews(page)).forEach(review -> html.append(card(page, review)));
      newestFirst(platform.posts(page)).forEach(post -> html.append(card(page, post)));
    }
    html.append("</section><section>");
    for (Page page : platform.pages()) {
      html.append("<h2>Messenger</h2>");
      newestFirst(platform.conversations(page))
          .forEach(conversation -> html.append(card(page, conversation)));
    }
    return html.append("<h2>Webhooks</h2>").append(webhooks()).append("</section>").toString();
  }

  private String side() {
    return "<h2>Write as a customer</h2><div class=\"card\">"
        + form(
            "write",
            "<input name=\"name\" placeholder=\"Name\" required value=\"Karolina Norrfjord\"><select name=\"act\"><option value=\"post\">posts on the wall</option><option value=\"message\">writes in Messenger</option><option value=\"praise\">recommends</option><option value=\"warn\">does not recommend</option></select>"
                + pages()
                + "<textarea name=\"text\" required placeholder=\"Text\"></textarea>",
            "Send")
        + "</div><h2>API faults</h2><div class=\"card\">"
        + form(
            "fault",
            "<select name=\"kind\">"
                + options(FaultKind.values())
                + "</select><input name=\"times\" type=\"number\" min=\"1\" value=\"1\">",
            "Arm")
        + form("nofaults", "", "Clear all")
        + "</div><h2>Webhook faults</h2><div class=\"card\">"
        + form(
            "webhooks",
            "<select name=\"kind\"><option value=\"duplicate\">send the next twice</option><option value=\"reverse\">reverse the next</option></select><input name=\"times\" type=\"number\" min=\"1\" value=\"2\">",
            "Arm")
        + form("retry", "", "Retry everything now")
        + "</div><h2>Page token</h2><div class=\"card\">"
        + form(
            "token",
            pages()
                + "<select name=\"kind\"><option value=\"expire\">expire it</option><option value=\"invalidate\">invalidate it</option></select>",
            "Do")
        + form("renew", pages(), "Give a new one")
        + "</div><h2>Time</h2><div class=\"card\">"
        + form(
            "clock", "<input name=\"hours\" type=\"number\" min=\"1\" value=\"25\">", "Hours pass")
        + "</div><h2>Webhook receiver</h2><div class=\"card\">"
        + form(
            "subscribe",
            "<input name=\"callback\" type=\"url\" required placeholder=\"http://127.0.0.1:8181/hooks/…\" value=\""
                + escape(platform.webhooks().callback().map(Object::toString).orElse(""))
                + "\">",
            "Subscribe")
        + "</div>";
  }

  private String card(Page page, Content root) {
    return "<article class=\"card\">" + entry(page, root) + "</article>";
  }

  private String entry(Page page, Content content) {
    boolean ours = content.from().id().equals(page.id());
    boolean hidden =
        content instanceof Comment comment
            ? comment.hidden()
            : content instanceof Post post && post.hidden();
    String below =
        platform.comments(content.id()).stream()
            .map(comment -> entry(page, comment))
            .collect(Collectors.joining());
    int reactions = platform.reactions(content.id());
    return "<div class=\"entry"
        + (ours ? " ours" : "")
        + (hidden ? " hidden" : "")
        + "\">"
        + face(content.from())
        + "<div class=\"who\">"
        + escape(content.from().name())
        + " <span class=\"soft\">"
        + rating(content)
        + time(content.created())
        + (hidden ? " · hidden" : "")
        + (reactions > 0 ? " · ♥ " + reactions : "")
        + "</span></div>"
        + "<p class=\"text\">"
        + escape(content.message())
        + "</p>"
        + "<div class=\"below\">"
        + below
        + "<details><summary>Comment</summary>"
        + form(
            "comment",
            "<input type=\"hidden\" name=\"target\" value=\""
                + escape(content.id())
                + "\"><input name=\"name\" aria-label=\"Name\" value=\"Karolina Norrfjord\" required><input name=\"text\" placeholder=\"Text\" aria-label=\"Text\" required>",
            "Send")
        + "</details></div></div>";
  }

  private static String rating(Content content) {
    if (!(content instanceof Review review)) {
      return "";
    }
    return (review.stars() > 0
            ? "★".repeat(review.stars())
            : review.recommends() ? "recommends" : "does not recommend")
        + " · ";
  }

  private String card(Page page, Conversation conversation) {
    String bubbles =
        conversation.messages().stream()
            .map(
                one ->
                    "<div class=\"bubble"
                        + (one.fromPage() ? " ours" : "")
                        + (one.removed() ? " removed" : "")
                        + "\">"
                        + (one.removed() ? "taken back" : escape(one.text()))
                        + "</div>")
            .collect(Collectors.joining());
    return "<article class=\"card\"><div class=\"entry\">"
        + face(conversation.customer())
        + "<div class=\"who\">"
        + escape(conversation.customer().name())
        + "</div><div class=\"soft\">with "
        + escape(page.name())
        + "</div></div>"
        + bubbles
        + "</article>";
  }

  private String webhooks() {
    List<WebhookAttempt> attempts = newestFirst(platform.webhooks().attempts());
    String rows =
        attempts.stream()
            .limit(SHOWN_ATTEMPTS)
            .map(
                one ->
                    "<tr><td>"
                        + time(one.at())
                        + "</td><td>no. "
                        + one.delivery()
                        + (one.attempt() > 1 ? ", try " + one.attempt() : "")
                        + "</td><td class=\""
                        + (one.acknowledged() ? "good" : "bad")
                        + "\">"
                        + (one.status() == 0 ? "no answer" : one.status())
                        + "</td></tr>")
            .collect(Collectors.joining());
    return "<div class=\"card\"><p class=\"soft\">"
        + platform.webhooks().pending()
        + " waiting, "
        + platform.faults().waiting()
        + " API faults armed, platform time "
        + time(platform.clock().instant())
        + "</p><table>"
        + rows
        + "</table></div>";
  }

  private String pages() {
    return "<select name=\"page\" aria-label=\"Page\">"
        + platform.pages().stream()
            .map(page -> "<option value=\"" + page.id() + "\">" + escape(page.name()) + "</option>")
            .collect(Collectors.joining())
        + "</select>";
  }

  private static String options(FaultKind[] kinds) {
    return List.of(kinds).stream()
        .map(kind -> "<option value=\"" + kind.name() + "\">" + escape(kind.title()) + "</option>")
        .collect(Collectors.joining());
  }

  private static String form(String action, String fields, String button) {
    return "<form method=\"post\" action=\"/control/"
        + action
        + "\">"
        + fields
        + "<button>"
        + button
        + "</button></form>";
  }

  private static String face(Author author) {
    String initials =
        List.of(author.name().split("\\s+")).stream()
            .limit(2)
            .map(word -> word.substring(0, Math.min(1, word.length())))
            .collect(Collectors.joining());
    return "<span class=\"face\" aria-hidden=\"true\" style=\"background:"
        + Portrait.colour(author.id())
        + "\">"
        + escape(initials)
        + "</span>";
  }

  private static String time(Instant instant) {
    return TIME.format(instant);
  }

  private static <T> List<T> newestFirst(List<T> items) {
    List<T> turned = GraphNodes.reversed(items);
    return turned.subList(0, Math.min(SHOWN_POSTS, turned.size()));
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
