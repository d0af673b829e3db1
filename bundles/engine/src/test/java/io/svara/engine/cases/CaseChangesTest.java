package io.svara.engine.cases;

import static io.svara.engine.workplace.Workplace.ANNA;
import static io.svara.engine.workplace.Workplace.comment;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.svara.engine.desk.CaseChange;
import io.svara.engine.desk.CaseMessage;
import io.svara.engine.desk.CaseState;
import io.svara.engine.desk.CaseSummary;
import io.svara.engine.desk.CaseView;
import io.svara.engine.desk.Refused;
import io.svara.engine.workplace.Workplace;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What people do with cases. */
class CaseChangesTest {
  private Workplace work;

  @BeforeEach
  void begin() throws Exception {
    work = new Workplace();
    work.post(comment("c1", "c1", "kim", "question"));
  }

  @AfterEach
  void end() throws Exception {
    work.close();
  }

  private CaseView change(CaseChange change) {
    return change(work.only().summary(), change);
  }

  private CaseView change(CaseSummary on, CaseChange change) {
    return work.cases.change(on.id(), on.version(), List.of(change), ANNA);
  }

  @Test
  void theSecondWriterIsRefusedAndToldTheNewerVersion() {
    CaseSummary seen = work.only().summary();
    change(new CaseChange.Assign(Optional.of("anna")));
    assertThatThrownBy(() -> change(seen, new CaseChange.Assign(Optional.of("bo"))))
        .isInstanceOfSatisfying(
            Refused.class,
            r -> {
              assertThat(r.why()).isEqualTo(Refused.Why.CONFLICT);
              assertThat(r.currentVersion()).hasValue(work.only().summary().version());
            });
    assertThat(work.only().summary().assignee()).contains("anna");
  }

  @ParameterizedTest
  @EnumSource(CaseState.class)
  void aCaseMovesOnlyAsTheTableSays(CaseState to) {
    Optional<java.time.Instant> until = Optional.of(Workplace.NOON.plus(Duration.ofHours(1)));
    change(new CaseChange.Move(CaseState.RESOLVED, Optional.empty()));
    if (to == CaseState.OPEN) {
      assertThat(change(new CaseChange.Move(to, until)).summary().state()).isEqualTo(to);
    } else {
      assertThatThrownBy(() -> change(new CaseChange.Move(to, until)))
          .isInstanceOfSatisfying(
              Refused.class, r -> assertThat(r.why()).isEqualTo(Refused.Why.ILLEGAL));
    }
  }

  @Test
  void snoozingWantsATimeThatIsStillToCome() {
    assertThatThrownBy(
            () -> change(new CaseChange.Move(CaseState.SNOOZED, Optional.of(Workplace.NOON))))
        .hasMessageContaining("still to come");
  }

  @Test
  void aMergedCaseShowsItsMessagesInTheOther() {
    work.post(comment("d1", "d1", "bo", "the same question"));
    CaseSummary first = find("question", 2).get(1);
    CaseSummary second = find("the same", 1).get(0);
    change(second, new CaseChange.MergeInto(first.id()));
    assertThat(texts(first.id())).containsExactly("question", "the same question");
    assertThat(work.cases.get(second.id()).orElseThrow().summary().state())
        .isEqualTo(CaseState.MERGED);
    assertThat(find("the same", 1).get(0).id()).isEqualTo(first.id());
  }

  @Test
  void whatComesForAMergedCaseGoesToTheOther() {
    work.post(comment("d1", "d1", "bo", "other"));
    CaseSummary first = find("question", 1).get(0);
    change(find("other", 1).get(0), new CaseChange.MergeInto(first.id()));
    work.post(comment("d2", "d1", "bo", "more"));
    assertThat(texts(first.id())).containsExactly("question", "other", "more");
  }

  @Test
  void aMergeIsTakenBack() {
    work.post(comment("d1", "d1", "bo", "other"));
    CaseSummary first = find("question", 1).get(0);
    CaseSummary second = find("other", 1).get(0);
    change(second, new CaseChange.MergeInto(first.id()));
    change(work.cases.get(first.id()).orElseThrow().summary(), new CaseChange.Undo());
    assertThat(texts(first.id())).containsExactly("question");
    assertThat(texts(second.id())).containsExactly("other");
    assertThat(work.cases.get(second.id()).orElseThrow().summary().state())
        .isEqualTo(CaseState.OPEN);
  }

  @Test
  void aCaseIsNotMergedIntoItself() {
    assertThatThrownBy(() -> change(new CaseChange.MergeInto(work.only().summary().id())))
        .isInstanceOf(Refused.class);
  }

  @Test
  void splittingMovesMessagesAndWhatFollowsThem() {
    work.post(comment("c2", "c2", "bo", "a second thing"));
    CaseSummary other = find("second thing", 1).get(0);
    CaseSummary first = find("question", 1).get(0);
    change(other, new CaseChange.MergeInto(first.id()));
    work.post(comment("c3", "c2", "bo", "more of it"));
    CaseView whole = work.cases.get(first.id()).orElseThrow();
    String last = whole.thread().get(2).id();
    change(whole.summary(), new CaseChange.Split(List.of(last)));
    CaseSummary split = find("more of it", 1).get(0);
    assertThat(split.id()).isNotEqualTo(first.id());
    assertThat(split.contactName()).isEqualTo("Name of bo");
    assertThat(texts(first.id())).containsExactly("question", "a second thing");
    change(work.cases.get(first.id()).orElseThrow().summary(), new CaseChange.Undo());
    assertThat(texts(first.id())).containsExactly("question", "a second thing", "more of it");
  }

  @Test
  void oneMessageAtLeastStays() {
    String only = work.only().thread().get(0).id();
    assertThatThrownBy(() -> change(new CaseChange.Split(List.of(only))))
        .hasMessageContaining("must stay");
  }

  @Test
  void tagsAndPrioritiesAreKeptAndFound() {
    change(new CaseChange.Tag(Set.of("billing")));
    change(new CaseChange.Prioritise(1));
    assertThat(find("billing", 1).get(0).tags()).containsExactly("billing");
    assertThat(work.only().summary().priority()).isEqualTo(1);
  }

  @Test
  void aNoteIsForColleaguesAndLeavesTheCustomerWaiting() {
    change(new CaseChange.Note("ask the shop"));
    assertThat(work.texts()).containsExactly("question", "ask the shop");
    assertThat(work.only().summary().waitingSince()).isPresent();
    assertThat(work.sentTexts()).isEmpty();
  }

  private List<String> texts(String id) {
    return work.cases.get(id).orElseThrow().thread().stream().map(CaseMessage::text).toList();
  }

  private List<CaseSummary> find(String words, int limit) {
    return work.cases
        .find(
            new io.svara.engine.desk.CaseQuery(
                Optional.of(words),
                Set.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                limit,
                Optional.empty()))
        .items();
  }

  @Test
  void severalChangesAreMadeTogetherOrNotAtAll() {
    CaseSummary seen = work.only().summary();
    assertThatThrownBy(
            () ->
                work.cases.change(
                    seen.id(),
                    seen.version(),
                    List.of(
                        new CaseChange.Move(CaseState.RESOLVED, Optional.empty()),
                        new CaseChange.Prioritise(9)),
                    ANNA))
        .isInstanceOf(Refused.class);
    assertThat(work.only().summary()).isEqualTo(seen);
  }

  @Test
  void aSplitIsNotUndoneWhenTheOtherCaseHasGoneOn() {
    work.post(comment("c2", "c1", "kim", "another matter"));
    String second = work.only().thread().get(1).id();
    CaseView left = change(new CaseChange.Split(List.of(second)));
    String other = left.undo().orElseThrow().substring("split ".length());
    CaseSummary away = work.cases.get(other).orElseThrow().summary();
    work.cases.change(
        other, away.version(), List.of(new CaseChange.MergeInto(left.summary().id())), ANNA);

    CaseSummary now = work.cases.get(left.summary().id()).orElseThrow().summary();
    change(now, new CaseChange.Undo());
    assertThat(work.all()).hasSize(2);
  }

  @Test
  void noCircleOfMergesComesOfASplitAMergeAndAnUndo() {
    work.post(comment("c2", "c1", "kim", "another matter"));
    String second = work.only().thread().get(1).id();
    CaseView left = change(new CaseChange.Split(List.of(second)));
    String other = left.undo().orElseThrow().substring("split ".length());
    change(left.summary(), new CaseChange.MergeInto(other));
    CaseSummary merged = work.cases.get(left.summary().id()).orElseThrow().summary();

    assertThatThrownBy(() -> change(merged, new CaseChange.Undo())).isInstanceOf(Refused.class);

    work.post(comment("c3", "c1", "kim", "and one more"));
    assertThat(work.cases.get(other).orElseThrow().thread()).hasSize(3);
  }

  @Test
  void aSnoozedCaseThatIsMergedIsNotWokenAnyMore() {
    CaseSummary first = work.only().summary();
    change(
        new CaseChange.Move(
            CaseState.SNOOZED, Optional.of(Workplace.NOON.plus(Duration.ofHours(1)))));
    work.post(comment("d1", "d1", "bo", "something else"));
    CaseSummary second =
        work.all().stream().filter(c -> !c.id().equals(first.id())).findFirst().orElseThrow();
    CaseSummary snoozed = work.cases.get(first.id()).orElseThrow().summary();
    change(snoozed, new CaseChange.MergeInto(second.id()));

    assertThat(work.scribe.state().awake(Workplace.NOON.plus(Duration.ofHours(2)))).isEmpty();
  }
}
