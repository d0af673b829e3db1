package io.svara.testing.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.svara.api.channel.Channel;
import io.svara.api.channel.Inbound.Message;
import io.svara.api.channel.Parsed;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whatever stands in a delivery, reading it ends, soon, with an answer. */
public interface HostileCases {
  @Test
  default void anEmptyBodyIsMalformed(Trial trial) {
    assertThat(trial.parse(trial.fresh(), trial.forged(new byte[0])))
        .isInstanceOf(Parsed.Malformed.class);
  }

  @Test
  default void nonsenseIsMalformed(Trial trial) {
    for (String nonsense :
        List.of("hello", "<html><body>502</body></html>", "\u0000\u0001", "}{")) {
      assertThat(
              trial.parse(trial.fresh(), trial.forged(nonsense.getBytes(StandardCharsets.UTF_8))))
          .as(nonsense)
          .isInstanceOf(Parsed.Malformed.class);
    }
  }

  @Test
  default void noCutMakesReadingThrow(Trial trial) {
    Hostile.survives(trial, Mutants::cut);
  }

  @Test
  default void noOtherTypeMakesReadingThrow(Trial trial) {
    Hostile.survives(trial, Mutants::ofOtherTypes);
  }

  @Test
  default void noNumberMakesReadingThrow(Trial trial) {
    Hostile.survives(trial, Mutants::ofHugeNumbers);
  }

  @Test
  default void noDepthMakesReadingThrow(Trial trial) {
    Hostile.survives(trial, Mutants::deep);
  }

  /** Parts left out, renamed, exchanged, doubled. */
  @Test
  default void noShuffledPartsMakeReadingThrow(Trial trial) {
    Hostile.survives(trial, mutants -> mutants.shuffled(Hostile.SEED, 200));
  }

  /** The saved corpus. */
  @Test
  default void noStrangeDocumentMakesReadingThrow(Trial trial) {
    Channel channel = trial.fresh();
    for (Corpus.Document document : Corpus.all()) {
      Raw forged = trial.forged(document.body());
      trial
          .start("parse of " + document.name(), () -> Trial.parsed(channel, forged))
          .result(trial.witness(), OneCall.timeToRead(1));
    }
  }

  /** The host refuses blank ids and times of no calendar, and counts them against the connector. */
  @Test
  default void whatIsReadOfBrokenInputIsSound(Trial trial) {
    Channel channel = trial.fresh();
    Hostile.bodies(
            trial,
            mutants ->
                Stream.of(
                        mutants.shuffled(Hostile.SEED, 200),
                        mutants.ofOtherTypes(),
                        mutants.ofHugeNumbers())
                    .flatMap(List::stream)
                    .toList())
        .forEach(
            (raw, bodies) ->
                assertThat(
                        trial.reading(
                            bodies.size(), () -> Hostile.complaints(channel, raw, bodies)))
                    .isEmpty());
  }

  @Test
  @Requires(Feature.BATCHES)
  default void aThousandEventsAreReadInTime(Trial trial) {
    trial
        .platform()
        .together(
            () -> {
              for (int i = 0; i < 1_000; i++) {
                trial.platform().writes(trial.somewhere(), "Nummer " + i);
              }
            });
    assertThat(Items.of(Message.class, trial.read())).hasSize(1_000);
  }
}
