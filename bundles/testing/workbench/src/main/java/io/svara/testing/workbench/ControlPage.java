package io.svara.testing.workbench;

import io.svara.api.message.Visibility;
import io.svara.testing.conformance.Platform;
import io.svara.testing.conformance.Trouble;
import io.svara.testing.conformance.Written;
import io.svara.testing.platforms.Answer;
import io.svara.testing.platforms.Call;
import io.svara.testing.workbench.Happenings.Entry;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A page to act on the fake platform by hand: as a customer, and as bad luck. Works with any {@link
 * Platform}; what a fake cannot do is said there in its own words.
 */
final class ControlPage {
  private static final String HOME = "/control";
  private static final int CALLS = 3;

  private final String title;
  private final Happenings happenings;

  ControlPage(String title, Happenings happenings) {
    this.title = title;
    this.happenings = happenings;
  }

  /** Answers a call below {@code /control}; on any thread. */
  Answer answer(Call call) {
    if (call.method().equals("POST")) {
      happen(call);
      return Answer.seeOther(call.segments().size() > 2 ? HOME + "/live" : HOME);
    }
    return Answer.html(call.path().equals(HOME + "/live") ? live() : whole());
  }

  private void happen(Call call) {
    List<String> path = call.segments();
    String what = path.size() > 1 ? path.get(1) : "";
    String text = call.text("text").orElse("");
    switch (what) {
      case "write" -> write(Visibility.valueOf(call.text("where").orElse("PRIVATE")), text);
      case "trouble" -> trouble(Trouble.valueOf(call.text("kind").orElse("BROKEN")));
      case "expire" -> act("The token has expired", Platform::expireToken);
      case "revoke" -> act("The token is withdrawn", Platform::revokeToken);
      default -> toMessage(what, path.size() > 2 ? path.get(2) : "");
    }
  }

  private void write(Visibility where, String text) {
    if (!text.isBlank()) {
      happenings.want(platform -> customers(platform.writes(where, text), text));
    }
  }

  private static Entry customers(Written written, String text) {
    return new Entry(written.author(), text, Optional.of(written));
  }

  private void trouble(Trouble kind) {
    act("The next " + CALLS + " calls meet " + kind, platform -> platform.meet(kind, CALLS));
  }

  private void act(String said, Consumer<Platform> what) {
    happenings.want(
        platform -> {
          what.accept(platform);
          return new Entry("The fake platform", said + ".", Optional.empty());
        });
  }

  /** What the author of a message does with it. */
  private void toMessage(String what, String number) {
    Optional<Entry> entry =
        number.matches("\\d{1,9}") ? happenings.entry(Integer.parseInt(number)) : Optional.empty();
    entry.flatMap(Entry::written).ifPresent(written -> act(what, entry.get().text(), written));
  }

  private void act(String what, String text, Written written) {
    String shortly = text.length() > 40 ? text.substring(0, 40) + "…" : text;
    switch (what) {
      case "again" -> {
        String more = "And one thing more about: " + shortly;
        happenings.want(platform -> customers(platform.repliesTo(written, more), more));
      }
      case "edit" -> {
        String changed = text + " (changed)";
        act(written.author() + " changes it to: " + changed, p -> p.edits(written, changed));
      }
      case "remove" ->
          act(written.author() + " takes back: " + shortly, platform -> platform.removes(written));
      default -> act(written.author() + " likes: " + shortly, p -> p.reactsTo(written));
    }
  }

  private String whole() {
    String troubles =
        Stream.of(Trouble.values())
            .map(kind -> "<option>" + kind + "</option>")
            .collect(Collectors.joining());
    return head("")
        + "<h1>"
        + escaped(title)
        + ", a fake</h1>"
        + form(
            "write",
            "<label>A customer writes <input name=\"text\" size=\"50\" required></label>"
                + "<label>in <select name=\"where\"><option value=\"PRIVATE\">private</option>"
                + "<option value=\"PUBLIC\">public</option></select></label>",
            "Write")
        + form(
            "trouble",
            "<label>The next "
                + CALLS
                + " calls meet <select name=\"kind\">"
                + troubles
                + "</select></label>",
            "Let them")
        + form("expire", "", "Let the token expire")
        + form("revoke", "", "Withdraw the token")
        + "<iframe src=\"/control/live\" title=\"What happened\"></iframe></body></html>";
  }

  private String live() {
    StringBuilder page = new StringBuilder(head("<meta http-equiv=\"refresh\" content=\"3\">"));
    int number = happenings.last();
    for (Entry entry : happenings.entries()) {
      page.append("<p><b>")
          .append(escaped(entry.who()))
          .append("</b> ")
          .append(escaped(entry.text()));
      if (entry.written().isPresent()) {
        for (String act : List.of("again", "edit", "remove", "like")) {
          page.append(form(act + "/" + number, "", act));
        }
      }
      page.append("</p>");
      number--;
    }
    return page.append("</body></html>").toString();
  }

  private static String head(String more) {
    return "<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\">"
        + more
        + "<title>A fake platform</title><style>body{font:1rem/1.5 system-ui,sans-serif;"
        + "color-scheme:light dark;max-width:60rem;margin:1rem auto;padding:0 1rem}"
        + "form{display:inline-block;margin:0 .6rem .6rem 0}label{margin-right:.6rem}"
        + "iframe{width:100%;height:60vh;border:1px solid #888}</style></head><body>";
  }

  private static String form(String act, String fields, String button) {
    return "<form method=\"post\" action=\"/control/"
        + act
        + "\">"
        + fields
        + "<button>"
        + button
        + "</button></form>";
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
  }
}
