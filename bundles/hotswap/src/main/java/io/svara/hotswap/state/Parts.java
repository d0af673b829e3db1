package io.svara.hotswap.state;

import io.svara.engine.desk.Swaps.Step;
import io.svara.engine.desk.Swaps.Swap;
import io.svara.engine.plugins.Said;
import java.util.List;

/** What steps say in parts, as far as this version of Svara knows what can be said. */
final class Parts {
  private Parts() {}

  /**
   * All of them, or none where one is not known here or where an older Svara wrote none: the words
   * of the step are whole, and half of its parts would say something else.
   */
  static List<Said> known(List<Said> said) {
    return said == null || said.stream().anyMatch(part -> part.saying() == null) ? List.of() : said;
  }

  /** The swap with the parts of each step that are known. */
  static Swap known(Swap swap) {
    return new Swap(
        swap.id(),
        swap.plugin(),
        swap.from(),
        swap.to(),
        swap.state(),
        swap.by(),
        swap.why(),
        swap.steps().stream()
            .map(s -> new Step(s.state(), s.at(), s.by(), s.why(), known(s.said())))
            .toList());
  }
}
