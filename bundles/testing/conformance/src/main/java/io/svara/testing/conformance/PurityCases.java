package io.svara.testing.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.svara.api.channel.Channel;
import io.svara.api.channel.Inbound;
import io.svara.api.channel.Parsed;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import java.util.concurrent.CyclicBarrier;
import org.junit.jupiter.api.Test;

/**
 * Reading is a function of the delivery and of nothing else: it is done again after each repair.
 */
public interface PurityCases {

  @Test
  default void aConnectorReadsTheSameTwice(Trial trial) {
    Channel channel = trial.fresh();
    for (Raw raw : Specimens.of(trial)) {
      assertThat(trial.parse(channel, raw)).isEqualTo(trial.parse(channel, raw));
    }
  }

  /** Turkish, whose small i has another capital; Arabic digits; the other side of the date line. */
  @Test
  default void readingDoesNotDependOnLanguageOrTimeZone(Trial trial) {
    List<Raw> raws = Specimens.of(trial);
    List<Parsed> here = raws.stream().map(raw -> trial.parse(trial.fresh(), raw)).toList();
    Locale language = Locale.getDefault();
    TimeZone zone = TimeZone.getDefault();
    try {
      TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
      for (String elsewhere : List.of("tr-TR", "ar-EG-u-nu-arab")) {
        Locale.setDefault(Locale.forLanguageTag(elsewhere));
        assertThat(raws.stream().map(raw -> trial.parse(trial.fresh(), raw)).toList())
            .as(elsewhere)
            .isEqualTo(here);
      }
    } finally {
      Locale.setDefault(language);
      TimeZone.setDefault(zone);
    }
  }

  /** A revision that came from our own time would make two edits of one. */
  @Test
  @Requires(Feature.EDITS)
  default void anEditReadLaterIsTheSameEdit(Trial trial) {
    Written written = trial.platform().writes(trial.somewhere(), "Hej");
    trial.platform().edits(written, "Hejsan");
    List<Raw> first = trial.news();
    List<Raw> later =
        first.stream()
            .map(raw -> raw.again("again-" + raw.id(), raw.receivedAt().plus(Duration.ofDays(9))))
            .toList();
    assertThat(edit(trial, later).revision()).isEqualTo(edit(trial, first).revision());
  }

  /** Two threads, one connector, both inside of it at the same moment. */
  @Test
  default void readingTwoDeliveriesAtOnceDoesNotMixThem(Trial trial) {
    trial.platform().writes(trial.somewhere(), "Den ena");
    trial.platform().writes(trial.somewhere(), "Den andra");
    List<Raw> raws = trial.news();
    Raw one = raws.get(0);
    Raw other = raws.get(raws.size() - 1);
    Channel channel = trial.fresh();
    CyclicBarrier readers = new CyclicBarrier(2);
    OneCall<Parsed> first = trial.start("parse", () -> channel.parse(new Meeting(one, readers)));
    OneCall<Parsed> second = trial.start("parse", () -> channel.parse(new Meeting(other, readers)));
    Parsed ofOne = first.result(trial.witness());
    Parsed ofOther = second.result(trial.witness());
    assertThat(ofOne).isEqualTo(trial.parse(trial.fresh(), one));
    assertThat(ofOther).isEqualTo(trial.parse(trial.fresh(), other));
  }

  private static Inbound.Edit edit(Trial trial, List<Raw> raws) {
    return Items.only(Inbound.Edit.class, trial.read(trial.fresh(), raws));
  }
}
