package io.svara.gateway.letters;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.owasp.html.HtmlStreamEventReceiver;
import org.owasp.html.HtmlStreamEventReceiverWrapper;

/**
 * Adds to what was cleaned: links open elsewhere and say where they lead, a picture that is not
 * shown leaves its words behind. The letter's own classes are gone by now, so these are ours alone.
 */
final class Marking extends HtmlStreamEventReceiverWrapper {
  private static final int LONGEST_TITLE = 300;

  private final StringBuilder words = new StringBuilder();
  private Optional<WebLink> link = Optional.empty();
  private boolean paints;

  Marking(HtmlStreamEventReceiver next) {
    super(next);
  }

  /** Whether the letter has colours of its own, which are meant for white paper. */
  boolean paints() {
    return paints;
  }

  @Override
  public void openTag(String element, List<String> attributes) {
    paints |= paints(attributes);
    if (element.equals("img") && !attributes.contains("src")) {
      instead(attributes);
    } else if (element.equals("a") && attributes.contains("href")) {
      super.openTag(element, leading(attributes));
    } else {
      super.openTag(element, attributes);
    }
  }

  private static boolean paints(List<String> attributes) {
    for (int i = 0; i < attributes.size(); i += 2) {
      String name = attributes.get(i);
      boolean styled =
          name.equals("style") && attributes.get(i + 1).matches("(?s).*(color|background).*");
      if (styled || name.equals("bgcolor") || name.equals("color")) {
        return true;
      }
    }
    return false;
  }

  private void instead(List<String> attributes) {
    int alt = attributes.indexOf("alt");
    String said = alt < 0 || alt % 2 != 0 ? "" : attributes.get(alt + 1).strip();
    if (!said.isEmpty()) {
      super.openTag("span", List.of("class", "svara-picture"));
      text(said);
      super.closeTag("span");
    }
  }

  private List<String> leading(List<String> attributes) {
    String target = attributes.get(attributes.indexOf("href") + 1);
    link = WebLink.of(target);
    words.setLength(0);
    List<String> more = new ArrayList<>(attributes);
    more.addAll(
        List.of(
            "title",
            target.substring(0, Math.min(target.length(), LONGEST_TITLE)),
            "target",
            "_blank",
            "rel",
            "noopener noreferrer nofollow"));
    return more;
  }

  @Override
  public void text(String text) {
    if (link.isPresent()) {
      words.append(text);
    }
    super.text(text);
  }

  @Override
  public void closeTag(String element) {
    super.closeTag(element);
    if (element.equals("a") && link.isPresent()) {
      WebLink led = link.get();
      link = Optional.empty();
      if (led.foreign() || Claims.another(words.toString(), led.host())) {
        super.openTag("bdi", List.of("class", "svara-host"));
        super.text(" [" + led.host() + "] ");
        super.closeTag("bdi");
      }
    }
  }
}
