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
    assertThat(trial.parse(trial.fresh(), Hostile.post(trial, new byte[0])))
        .isInstanceOf(Parsed.Malformed.class);
  }

  @Test
  default void nonsenseIsMalformed(Trial trial) {
    for (String nonsense :
        List.of("hello", "<html><body>502</body></html>", "\u0000\u0001", "}{")) {
      assertThat(
              trial.parse(
                  trial.fresh(), Hostile.post(trial, nonsense.getBytes(StandardCharsets.UTF_8))))
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
      trial.call(
          "parse of " + document.name(),
          () -> Trial.parsed(channel, Hostile.post(trial, document.body())));
    }
  }

  /** The host refuses blank ids and times of no calendar, and counts them against the connector. */
  @Test
  default void whatIsReadOfBrokenInputIsSound(Trial trial) {
    Channel channel = trial.fresh();
    for (Raw raw : Specimens.of(trial)) {
      Mutants mutants = Mutants.of(raw);
      List<byte[]> bodies =
          Stream.of(
                  mutants.shuffled(Hostile.SEED, 200),
                  mutants.ofOtherTypes(),
                  mutants.ofHugeNumbers())
              .flatMap(List::stream)
              .toList();
      List<String> complaints = trial.call("parse", () -> Hostile.complaints(channel, raw, bodies));
      assertThat(complaints).isEmpty();
    }
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
