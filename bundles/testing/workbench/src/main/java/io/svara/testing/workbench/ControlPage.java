package io.svara.testing.workbench;

import io.svara.api.message.Visibility;
import io.svara.testing.conformance.Feature;
import io.svara.testing.conformance.Platform;
import io.svara.testing.conformance.Trouble;
import io.svara.testing.conformance.Written;
import io.svara.testing.platforms.Answer;
import io.svara.testing.platforms.Call;
import io.svara.testing.workbench.Happenings.Entry;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
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

  /** The fake's thread may be on its way to a Svara that is slow to answer. */
  private static final int PATIENCE_SECONDS = 30;

  private final String title;
  private final Happenings happenings;
  private final Offers offers;

  ControlPage(String title, Happenings happenings, Offers offers) {
    this.title = title;
    this.happenings = happenings;
    this.offers = offers;
  }

  /**
   * Answers a call below {@code /control}; on any thread. What is posted has taken effect when the
   * answer comes.
   */
  Answer answer(Call call) {
    if (call.method().equals("POST")) {
      return happens(call)
          ? Answer.seeOther(call.segments().size() > 2 ? HOME + "/live" : HOME)
          : Answer.json(503, "{\"error\":\"It waits, and will happen: the fake is busy.\"}");
    }
    return Answer.html(call.path().equals(HOME + "/live") ? live() : whole());
  }

  private boolean happens(Call call) {
    try {
      wanted(call).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
      return true;
    } catch (TimeoutException | ExecutionException notYet) {
      return false;
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private CompletableFuture<Void> wanted(Call call) {
    List<String> path = call.segments();
    String what = path.size() > 1 ? path.get(1) : "";
    String text = call.text("text").orElse("");
    return switch (what) {
      case "write" -> write(Visibility.valueOf(call.text("where").orElse("PRIVATE")), text);
      case "trouble" -> trouble(Trouble.valueOf(call.text("kind").orElse("BROKEN")));
      case "expire" -> act("The token has expired.", Platform::expireToken);
      case "revoke" -> act("The token is withdrawn.", Platform::revokeToken);
      case "renew" -> act("The token is good again; resume the account.", Platform::renewToken);
      default -> toMessage(what, path.size() > 2 ? path.get(2) : "");
    };
  }

  private CompletableFuture<Void> write(Visibility where, String text) {
    return text.isBlank()
        ? nothing()
        : happenings.want(platform -> customers(platform.writes(where, text), text, platform));
  }

  private Entry customers(Written written, String text, Platform platform) {
    return new Entry(written.author(), text, Optional.of(written), offers.with(written, platform));
  }

  private CompletableFuture<Void> trouble(Trouble kind) {
    return act(
        "The next " + CALLS + " calls meet " + kind + ".", platform -> platform.meet(kind, CALLS));
  }

  private CompletableFuture<Void> act(String said, Consumer<Platform> what) {
    return happenings.want(
        platform -> {
          what.accept(platform);
          return Entry.said("The fake platform", said);
        });
  }

  /** What the author of a message does with it. */
  private CompletableFuture<Void> toMessage(String what, String number) {
    Optional<Act> act = Stream.of(Act.values()).filter(one -> one.word().equals(what)).findFirst();
    Optional<Entry> entry =
        number.matches("\\d{1,9}") ? happenings.entry(Integer.parseInt(number)) : Optional.empty();
    Optional<Written> written = entry.flatMap(Entry::written);
    if (act.isEmpty() || written.isEmpty()) {
      return nothing();
    }
    return entry.get().acts().contains(act.get())
        ? act(act.get(), entry.get().text(), written.get())
        : act(
            "This cannot be done with it: the contract opts out of "
                + act.get().feature()
                + ", or the fake has it elsewhere (where).",
            platform -> {});
  }

  private CompletableFuture<Void> act(Act what, String text, Written written) {
    String shortly = text.length() > 40 ? text.substring(0, 40) + "…" : text;
    return switch (what) {
      case AGAIN -> {
        String more = "And one thing more about: " + shortly;
        yield happenings.want(
            platform -> customers(platform.repliesTo(written, more), more, platform));
      }
      case EDIT -> {
        String changed = text + " (changed)";
        yield act(
            written.author() + " changes it to: " + changed + ".",
            platform -> platform.edits(written, changed));
      }
      case REMOVE ->
          act(
              written.author() + " takes back: " + shortly + ".",
              platform -> platform.removes(written));
      case LIKE ->
          act(
              written.author() + " likes: " + shortly + ".",
              platform -> platform.reactsTo(written));
    };
  }

  private static CompletableFuture<Void> nothing() {
    return CompletableFuture.completedFuture(null);
  }

  private String whole() {
    return head("")
        + "<h1>"
        + escaped(title)
        + ", a fake</h1>"
        + form(
            "write",
            "<label>A customer writes <input name=\"text\" size=\"50\" required></label>"
                + "<label>in <select name=\"where\">"
                + options(offers.places())
                + "</select></label>",
            "Write")
        + form(
            "trouble",
            "<label>The next "
                + CALLS
                + " calls meet <select name=\"kind\">"
                + options(List.of(Trouble.values()))
                + "</select></label>",
            "Let them")
        + token("expire", Feature.EXPIRING_TOKENS, "Let the token expire")
        + token("revoke", Feature.REVOKED_TOKENS, "Withdraw the token")
        + renewal()
        + "<iframe src=\"/control/live\" title=\"What happened\"></iframe></body></html>";
  }

  private String renewal() {
    return offers.has(Feature.EXPIRING_TOKENS) || offers.has(Feature.REVOKED_TOKENS)
        ? form("renew", "", "Make the token good again")
        : "";
  }

  private String token(String act, Feature feature, String button) {
    return offers.has(feature) ? form(act, "", button) : "";
  }

  private static String options(List<?> values) {
    return values.stream().map(one -> "<option>" + one + "</option>").collect(Collectors.joining());
  }

  private String live() {
    StringBuilder page = new StringBuilder(head("<meta http-equiv=\"refresh\" content=\"3\">"));
    int number = happenings.last();
    for (Entry entry : happenings.entries()) {
      page.append("<p><b>")
          .append(escaped(entry.who()))
          .append("</b> ")
          .append(escaped(entry.text()));
      for (Act act : entry.acts()) {
        page.append(form(act.word() + "/" + number, "", act.word()));
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
