package io.svara.gateway.rest;

import com.fasterxml.jackson.databind.JsonNode;
import io.svara.engine.desk.CaseChange;
import io.svara.engine.desk.CaseState;
import io.svara.engine.desk.Refused;
import io.svara.gateway.problem.Texts;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What to change of a case; what is left out stays.
 *
 * @param until for snoozing
 * @param assignee a user's name, or null for nobody
 */
public record CasePatch(
    long version,
    CaseState state,
    Instant until,
    @Schema(type = "string", nullable = true) JsonNode assignee,
    Integer priority,
    Set<String> tags) {

  /**
   * The user who gets the case, if somebody does.
   *
   * @throws Refused when it is neither a text nor null
   */
  Optional<String> newAssignee(Locale language) {
    if (assignee == null || assignee.isNull()) {
      return Optional.empty();
    }
    if (!assignee.isTextual()) {
      throw Refused.invalid(Texts.of(language, "badAssignee"));
    }
    return Optional.of(assignee.textValue());
  }

  /** The changes, in the order in which they are made. */
  List<CaseChange> changes() {
    List<CaseChange> changes = new ArrayList<>();
    if (state != null) {
      changes.add(new CaseChange.Move(state, Optional.ofNullable(until)));
    }
    // JSON's null is nobody; what is not there at all is no change.
    if (assignee != null) {
      changes.add(new CaseChange.Assign(Optional.ofNullable(assignee.textValue())));
    }
    if (priority != null) {
      changes.add(new CaseChange.Prioritise(priority));
    }
    if (tags != null) {
      changes.add(new CaseChange.Tag(tags));
    }
    return changes;
  }
}
