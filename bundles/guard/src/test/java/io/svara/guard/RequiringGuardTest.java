package io.svara.guard;

import static org.assertj.core.api.Assertions.assertThat;

import io.svara.api.check.Draft;
import io.svara.api.check.Remark;
import io.svara.api.check.Remark.Severity;
import io.svara.api.message.Visibility;
import io.svara.engine.guard.TextDigest;
import io.svara.engine.guard.Verdict;
import io.svara.engine.guard.Verdict.Level;
import io.svara.engine.plugins.DraftReaders.Reading;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequiringGuardTest {
  private static final Draft DRAFT = Drafts.of(Visibility.PUBLIC, "Hej Anna!");
  private static final Reading PERSONAL = said("personal-data");
  private static final Reading LIMITS = said("platform-limits");

  private static Reading said(String check, Remark... remarks) {
    return new Reading(check, List.of(remarks), Optional.empty());
  }

  private static Verdict judged(Set<String> required, Reading... readings) {
    return new RequiringGuard(draft -> List.of(readings), required).judge(DRAFT);
  }

  @Test
  void aTextThatNobodyMindsPassesAndTheVerdictIsOnThatTextAlone() {
    Verdict verdict = judged(Set.of(), PERSONAL, LIMITS);
    assertThat(verdict.level()).isEqualTo(Level.PASS);
    assertThat(verdict.digest())
        .isEqualTo(TextDigest.of("norrsken", Visibility.PUBLIC, "Hej Anna!"));
  }

  @ParameterizedTest
  @CsvSource({"ADVISE,ADVISE", "SECOND_PERSON,SECOND_PERSON", "FORBID,FORBID"})
  void theGravestRemarkDecides(Severity gravest, Level level) {
    Remark advice = Remark.about("a", Severity.ADVISE, "A.");
    Remark grave = Remark.about("b", gravest, "B.");
    assertThat(judged(Set.of(), PERSONAL, LIMITS, said("tone", advice, grave)).level())
        .isEqualTo(level);
  }

  @Test
  void aCheckThatFailedForbidsAndIsNamed() {
    Reading failed = new Reading("tone", List.of(), Optional.of("it hangs"));
    Verdict verdict = judged(Set.of(), PERSONAL, LIMITS, failed);
    assertThat(verdict.level()).isEqualTo(Level.FORBID);
    assertThat(verdict.remarks())
        .singleElement()
        .satisfies(
            remark -> {
              assertThat(remark.code()).isEqualTo("check-failed");
              assertThat(remark.reason()).contains("tone").doesNotContain("hangs");
            });
  }

  @Test
  void aRequiredCheckThatDoesNotAnswerForbids() {
    assertThat(judged(Set.of(), PERSONAL).level()).isEqualTo(Level.FORBID);
    assertThat(judged(Set.of("directives"), PERSONAL, LIMITS).remarks())
        .extracting(Remark::code)
        .containsExactly("check-missing");
  }

  @Test
  void remarksComeInTheOrderOfTheText() {
    Remark late = new Remark("late", Severity.ADVISE, 4, 8, "L.", Optional.empty());
    Remark early = new Remark("early", Severity.ADVISE, 0, 3, "E.", Optional.empty());
    assertThat(judged(Set.of(), said("tone", late), PERSONAL, LIMITS, said("craft", early)))
        .extracting(Verdict::remarks)
        .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.list(Remark.class))
        .containsExactly(early, late);
  }

  /** A first guess at the promise of the port; the benchmark measures it on the distribution. */
  @Test
  void theShippedChecksAreFastEnoughForEveryKeystroke() {
    PersonalData personal = new PersonalData();
    Draft longest = Drafts.of(Visibility.PUBLIC, "4 8 15 16 23 42 ".repeat(500));
    List<Long> times = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      long start = System.nanoTime();
      assertThat(personal.read(longest)).isNotNull();
      times.add(System.nanoTime() - start);
    }
    // The best of many: other work on the machine only adds to it.
    assertThat(Collections.min(times)).isLessThan(20_000_000L);
  }
}
