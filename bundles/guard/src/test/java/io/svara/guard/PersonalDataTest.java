package io.svara.guard;

import static org.assertj.core.api.Assertions.assertThat;

import io.svara.api.check.Remark;
import io.svara.api.check.Remark.Severity;
import io.svara.api.message.Visibility;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PersonalDataTest {
  private static final long SEED = 19_470_101L;
  private static final int MANY = 300;

  private final PersonalData check = new PersonalData();
  private final Numbers numbers = new Numbers(SEED);

  private List<Remark> inPublic(String text) {
    return check.read(Drafts.of(Visibility.PUBLIC, text));
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void everyWayToWriteAPersonnummerIsForbiddenInPublicAndItsWordsAreMarked(boolean coordination) {
    System.out.println("seed " + SEED);
    for (int i = 0; i < MANY; i++) {
      String n = numbers.person(coordination);
      String date = n.substring(2, 8);
      String last = n.substring(8);
      for (String written :
          List.of(
              n,
              n.substring(2),
              date + "-" + last,
              n.substring(0, 8) + "-" + last,
              date + "+" + last,
              date + " " + last,
              date + " - " + last,
              n.substring(0, 8) + " " + last,
              n.substring(0, 4) + "-" + n.substring(4, 6) + "-" + n.substring(6, 8) + "-" + last,
              n.substring(0, 4) + "-" + n.substring(4, 6) + "-" + n.substring(6, 8) + " " + last,
              date + "\u2011" + last,
              date + "\u2013" + last,
              date + "\u2014" + last,
              date + "\u2212" + last,
              date + "\u00A0" + last,
              date + "\u202F-\u2009" + last,
              n.substring(0, 4) + " " + n.substring(4, 6) + " " + n.substring(6, 8) + " " + last)) {
        String text = "Hej, mitt nummer är " + written + ", tack.";
        assertThat(inPublic(text))
            .as(text)
            .filteredOn(remark -> remark.code().equals("personnummer"))
            .anySatisfy(
                remark -> {
                  assertThat(remark.severity()).isEqualTo(Severity.FORBID);
                  assertThat(text.substring(remark.from(), remark.to())).isEqualTo(written);
                });
      }
    }
  }

  /** Of the Tax Agency's published test numbers, and made the same way. */
  @ParameterizedTest
  @ValueSource(strings = {"191500722390", "19150072-2390", "150072-2390", "194701600001"})
  void aCoordinationNumberMayLackMonthAndDay(String number) {
    String text = "Mitt nummer är " + number + ".";

    assertThat(inPublic(text))
        .anySatisfy(
            remark -> assertThat(text.substring(remark.from(), remark.to())).isEqualTo(number));
  }

  @Test
  void aNumberWithAWrongCheckDigitPasses() {
    for (int i = 0; i < MANY; i++) {
      String wrong = numbers.spoilt(numbers.person(false));
      assertThat(inPublic("Order " + wrong)).isEmpty();
      assertThat(inPublic("Order " + wrong.substring(2, 8) + "-" + wrong.substring(8))).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Order 991332-1234",
        "Ring 08-123 456 78 eller 0771-793 336",
        "Fakturan på 1 250,00 kr förfaller 2026-12-24",
        "Org.nr 556036-0793",
        "Ärende 2026112212345678901234567890",
        "19121312-1212",
        "Paket 00373500489530470099",
        "IP 127.0.0.1 port 8181",
        "2026-11-22 12:00",
        "150012-2393",
        "Från 2026-11-22 - 2026-12-24"
      })
  void whatOnlyLooksLikeOnePasses(String text) {
    assertThat(inPublic(text)).isEmpty();
  }

  @Test
  void aPersonnummerIsNoMatterInPrivate() {
    assertThat(check.read(Drafts.of(Visibility.PRIVATE, numbers.person(false)))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"4,16", "51,16", "55,16", "2221,16", "34,15", "37,15", "6011,16", "36,14"})
  void cardNumbersAreForbiddenInPublicAndAdvisedAgainstInPrivate(String prefix, int length) {
    for (int i = 0; i < MANY; i++) {
      String card = numbers.card(prefix, length);
      String grouped = card.replaceAll("(\\d{4})(?=\\d)", "$1 ");
      for (String written :
          List.of(
              card,
              grouped,
              grouped.replace(' ', '-'),
              grouped.replace(' ', '\u2013'),
              grouped.replace(' ', '\u2011'),
              grouped.replace(' ', '\u00A0'))) {
        String text = "Mitt kort: " + written + ".";
        assertThat(inPublic(text))
            .as(text)
            .anySatisfy(
                remark -> {
                  assertThat(remark.code()).isEqualTo("card-number");
                  assertThat(remark.severity()).isEqualTo(Severity.FORBID);
                  assertThat(text.substring(remark.from(), remark.to())).isEqualTo(written);
                });
        assertThat(check.read(Drafts.of(Visibility.PRIVATE, text)))
            .extracting(Remark::severity)
            .contains(Severity.ADVISE)
            .doesNotContain(Severity.FORBID);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"%s 12/27 123", "%s 1227 123", "kort %s, cvc 123", "(%s)", "1 st %s"})
  void aCardNumberIsFoundAmongOtherNumbers(String around) {
    for (int i = 0; i < MANY; i++) {
      String card = numbers.card("4", 16).replaceAll("(\\d{4})(?=\\d)", "$1 ");
      String text = String.format(java.util.Locale.ROOT, around, card);
      assertThat(inPublic(text))
          .as(text)
          .anySatisfy(
              remark -> assertThat(text.substring(remark.from(), remark.to())).contains(card));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {".", "  ", "_", "-", " - ", "\u2013"})
  void aCardNumberIsFoundHoweverItsGroupsAreParted(String between) {
    String card = new Numbers(8).card("4", 16).replaceAll("(\\d{4})(?=\\d)", "$1" + between);
    assertThat(inPublic("Mitt kort är " + card + " tack")).isNotEmpty();
  }

  @Test
  void aCardNumberWithAWrongCheckDigitOrOfNoIssuerPasses() {
    for (int i = 0; i < MANY; i++) {
      assertThat(inPublic("Kolli " + numbers.spoilt(numbers.card("4", 16)))).isEmpty();
      assertThat(inPublic("Kolli " + numbers.card("9", 16))).isEmpty();
    }
  }

  @Test
  void theReasonIsInTheAgentsLanguageAndSaysWhatToDo() {
    String text = numbers.card("4", 16);
    assertThat(check.read(Drafts.of(Visibility.PUBLIC, text, Drafts.SWEDISH)))
        .extracting(Remark::reason)
        .allMatch(reason -> reason.contains("privat meddelande"));
    assertThat(check.read(Drafts.of(Visibility.PUBLIC, text)))
        .extracting(Remark::reason)
        .allMatch(reason -> reason.contains("private conversation"));
  }
}
