package io.svara.testing.platforms.facebook;

import io.svara.testing.platforms.WebhookAttempt;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
      // What people wrote goes in last, so that it cannot name a place to be filled.
      return new String(template.readAllBytes(), StandardCharsets.UTF_8)
          .replace("{{pages}}", pages())
          .replace("{{faults}}", faults())
          .replace(
              "{{callback}}",
              escape(platform.webhooks().callback().map(Object::toString).orElse("")))
          .replace("{{live}}", live());
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
      Stream.<Content>concat(platform.posts(page).stream(), platform.reviews(page).stream())
          .sorted(Comparator.comparing(Content::created).reversed())
          .limit(SHOWN_POSTS)
          .forEach(content -> html.append(card(page, content)));
    }
    html.append("</section><section><h2>Messenger</h2>");
    for (Page page : platform.pages()) {
      newestFirst(platform.conversations(page))
          .forEach(conversation -> html.append(card(page, conversation)));
    }
    return html.append("<h2>Webhooks</h2>").append(webhooks()).append("</section>").toString();
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
    return """
        <div class="entry%s%s">%s
        <div class="who">%s <span class="soft">%s%s%s</span></div>
        <p class="text">%s</p>
        <div class="below">%s<details><summary>Comment</summary>
        <form method="post" action="/control/comment">
        <input type="hidden" name="target" value="%s">
        <input name="name" aria-label="Name" value="Karolina Norrfjord" required>
        <input name="text" aria-label="Text" placeholder="Text" required><button>Send</button>
        </form></details></div></div>
        """
        .formatted(
            ours ? " ours" : "",
            hidden ? " hidden" : "",
            face(content.from()),
            escape(content.from().name()),
            rating(content),
            time(content.created()),
            remarks(content, hidden),
            escape(content.message()),
            below,
            escape(content.id()));
  }

  private String remarks(Content content, boolean hidden) {
    int reactions = platform.reactions(content.id());
    return (hidden ? " · hidden" : "") + (reactions > 0 ? " · ♥ " + reactions : "");
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
    return platform.pages().stream()
        .map(page -> option(page.id(), page.name()))
        .collect(Collectors.joining());
  }

  private static String faults() {
    return Stream.of(FaultKind.values())
        .map(kind -> option(kind.name(), kind.title()))
        .collect(Collectors.joining());
  }

  private static String option(String value, String text) {
    return "<option value=\"" + escape(value) + "\">" + escape(text) + "</option>";
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
