package io.svara.engine.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.platform.testkit.engine.EngineTestKit;

/** The contract is worth something: each wrong journal fails the case that is about its fault. */
final class JournalContractTest {

  static Stream<Arguments> wrongJournals() {
    return Stream.of(
        fails(WrongJournal.SkipsAPosition.class, "positionsBeginAtOneAndHaveNoGap"),
        fails(WrongJournal.ForgetsTheCause.class, "anEntryReadsBackAsItWasAppended"),
        fails(WrongJournal.TakesEmptyForRedacted.class, "anEmptyPayloadIsNotARedactedOne"),
        fails(
            WrongJournal.ChecksOnlyItsOwnStreams.class,
            "anExpectationMayNameAStreamThatTheBatchDoesNotWrite"),
        fails(
            WrongJournal.KeepsPartOfARefusedBatch.class,
            "aBatchWithOneFailedExpectationOfSeveralLeavesNothing"),
        fails(
            WrongJournal.ChecksBeforeItsTurn.class,
            "ofSeveralThatExpectTheSameRevisionExactlyOneWins"),
        fails(
            WrongJournal.MixesConcurrentBatches.class,
            "batchesOfConcurrentSubmittersAreEachWholeAndInOnePiece",
            "aReaderOfTheTailNeverSeesAGapNorPartOfABatch"),
        fails(
            WrongJournal.ShowsLateWhatCameEarly.class,
            "aReaderOfTheTailNeverSeesAGapNorPartOfABatch"),
        fails(WrongJournal.SleepsThrough.class, "nextWakesEveryoneWhoWaitsForTheEntry"),
        fails(WrongJournal.NeverWaits.class, "nextGivesUpWhenTheTimeIsOver"),
        fails(WrongJournal.AnswersWithoutBound.class, "aLargeAnswerComesInPartsButNeverEmpty"),
        fails(WrongJournal.LosesTheHeader.class, "aRedactedEntryKeepsItsHeaderAndLosesItsPayload"),
        fails(WrongJournal.RedactsTheNeighbour.class, "redactionLeavesTheNeighboursAlone"),
        fails(WrongJournal.CountsWhatItWasAsked.class, "redactionCountsOnlyWhatItDestroysNow"),
        fails(
            WrongJournal.CountsRedactionsAsErasures.class,
            "erasuresChangeWithEveryRedactionThatDestroysAndOutliveARestart"),
        fails(WrongJournal.GetsAnotherName.class, "everythingIsThereAfterARestart"),
        fails(WrongJournal.SharesItsBytes.class, "whatIsReadBelongsToTheReader"));
  }

  @ParameterizedTest
  @MethodSource("wrongJournals")
  void aWrongJournalFailsTheCaseAboutItsFault(Class<?> wrong, List<String> cases) {
    List<String> failed =
        EngineTestKit.engine("junit-jupiter")
            .selectors(selectClass(wrong))
            .execute()
            .testEvents()
            .failed()
            .map(event -> event.getTestDescriptor().getDisplayName().replace("()", ""))
            .toList();
    assertThat(failed).containsExactlyInAnyOrderElementsOf(cases);
  }

  private static Arguments fails(Class<?> wrong, String... cases) {
    return Arguments.of(wrong, List.of(cases));
  }
}
