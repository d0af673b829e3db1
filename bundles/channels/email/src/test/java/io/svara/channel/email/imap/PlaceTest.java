package io.svara.channel.email.imap;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class PlaceTest {

  @Test
  void theDayIsThatOfTheLastReadingToTheEnd() {
    Place start = Place.atStart(7, OptionalLong.empty(), 0);
    Place under = start.after(1).after(2);
    assertThat(under.day()).isZero();
    assertThat(under.atEnd(2, 20_000).after(3).day()).isEqualTo(20_000);
  }

  @Test
  void mailsThatWentBeforeTheyWereReadAreBehindUs() {
    Place read = Place.atStart(7, OptionalLong.empty(), 0).after(5).atEnd(9, 20_000);
    assertThat(read.last()).isEqualTo(9);
    assertThat(read.atEnd(-1, 20_001).last()).as("where UIDNEXT is not told").isEqualTo(9);
  }

  @Test
  void whatIsPassedOverIsBehindUsThoughNoneOfItWasTaken() {
    Place start = Place.atStart(7, OptionalLong.of(19_000), 40);
    assertThat(start.passesOver()).isTrue();
    Place passed = start.passed();
    assertThat(passed.passesOver()).isFalse();
    assertThat(passed.last()).isEqualTo(40);
    assertThat(Place.parse(passed.toString())).isEqualTo(passed);
  }

  @Test
  void theSlipTellsWhetherTheMailWasSent() {
    byte[] mail = "From: a@b.example\r\n\r\nHej".getBytes(StandardCharsets.UTF_8);
    for (boolean sent : new boolean[] {true, false}) {
      Slip slip = new Slip("Skickat", "7.1", List.of("a@b.example"), 12, sent);
      Slip.Read read = Slip.off(slip.on(mail));
      assertThat(read.slip()).contains(slip);
      assertThat(read.mail()).isEqualTo(mail);
    }
  }
}
