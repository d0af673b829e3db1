package io.svara.engine.intake;

import io.svara.engine.desk.Deliveries;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What became of the items of one delivery, while they are decided. */
final class Outcomes {
  private final List<Deliveries.Item> items = new ArrayList<>();
  private final List<String> seen = new ArrayList<>();
  private Optional<String> trouble = Optional.empty();

  void add(
      String kind,
      String outcome,
      Optional<String> account,
      Optional<String> platformId,
      Optional<String> caseId,
      String detail) {
    items.add(new Deliveries.Item(kind, outcome, account, platformId, caseId, detail));
  }

  /** This item needs a person, or a later version. */
  void trouble(String reason) {
    if (trouble.isEmpty()) {
      trouble = Optional.of(reason);
    }
  }

  void seen(String key) {
    seen.add(key);
  }

  boolean hasSeen(String key) {
    return seen.contains(key);
  }

  List<Deliveries.Item> items() {
    return items;
  }

  List<String> seen() {
    return seen;
  }

  Optional<String> trouble() {
    return trouble;
  }
}
