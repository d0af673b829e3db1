package io.svara.it.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.svara.it.corpus.CorpusExpectations.FileSummary;
import io.svara.it.corpus.CorpusExpectations.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What became of each event of a delivery, in the words of the table. */
record Outcomes(List<Outcome> all) {

  /** By kind and outcome of an item, as its delivery shows them. */
  private static final Map<String, Outcome> OF_ITEMS =
      Map.of(
          "message/opened", Outcome.MESSAGE,
          "message/own", Outcome.OWN_MESSAGE,
          "edit/ghost", Outcome.EDIT,
          "removal/ghost", Outcome.REMOVAL,
          "status/ghost", Outcome.STATUS,
          "status/noted", Outcome.STATUS,
          "ignored/ignored", Outcome.IGNORED,
          "unknown/unknown", Outcome.UNKNOWN);

  static Outcomes of(JsonNode delivery) {
    List<Outcome> all = new ArrayList<>();
    for (JsonNode item : delivery.get("items")) {
      String what = item.get("kind").asText() + "/" + item.get("outcome").asText();
      assertThat(OF_ITEMS).as("what became of " + item).containsKey(what);
      all.add(OF_ITEMS.get(what));
    }
    return new Outcomes(all.isEmpty() ? List.of(Outcome.QUARANTINE) : List.copyOf(all));
  }

  /** Counted as the table counts. */
  FileSummary summary(String file, String account, int cases) {
    return new FileSummary(
        file,
        account,
        all.size(),
        cases,
        count(Outcome.MESSAGE) + count(Outcome.OWN_MESSAGE),
        count(Outcome.EDIT) + count(Outcome.REMOVAL),
        count(Outcome.STATUS),
        count(Outcome.IGNORED),
        count(Outcome.UNKNOWN),
        count(Outcome.QUARANTINE));
  }

  boolean needAPerson() {
    return all.contains(Outcome.UNKNOWN) || all.contains(Outcome.QUARANTINE);
  }

  private int count(Outcome outcome) {
    return (int) all.stream().filter(outcome::equals).count();
  }
}
