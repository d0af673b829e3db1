package io.svara.gateway.letters;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.owasp.html.HtmlStreamEventReceiver;
import org.owasp.html.HtmlStreamEventReceiverWrapper;

/**
 * Gives a tag each attribute once, not more than a person would write, and no style longer than
 * that: the library's time grows with the square of either.
 */
final class FewAttributes extends HtmlStreamEventReceiverWrapper {
  private static final int MOST = 64;
  private static final int LONGEST_STYLE = 4_000;

  FewAttributes(HtmlStreamEventReceiver next) {
    super(next);
  }

  @Override
  public void openTag(String element, List<String> attributes) {
    Map<String, String> first = new LinkedHashMap<>();
    for (var each = attributes.iterator(); each.hasNext() && first.size() < MOST; ) {
      // A browser, too, takes the first of a name.
      first.putIfAbsent(each.next(), each.next());
    }
    first.computeIfPresent("style", (name, value) -> value.length() > LONGEST_STYLE ? null : value);
    List<String> few = new ArrayList<>();
    first.forEach(
        (name, value) -> {
          few.add(name);
          few.add(value);
        });
    super.openTag(element, few);
  }
}
