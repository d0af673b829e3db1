package io.svara.channel.email.quote;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where an answer stands, and what is meant to be read though another wrote it. */
class AnswersTest {
  private static final String WROTE =
      "On Thu, Jun 26, 2014 at 2:14 PM, Anna <a@example.com> wrote:\n";

  @Test
  void anAnswerBelowTheWholeLetterIsWritten() {
    assertThat(Folding.text(WROTE + "> Can you come?\n> Anna\n\nYes, at five."))
        .isEqualTo(new Folded("Yes, at five.", WROTE + "> Can you come?\n> Anna"));
  }

  @Test
  void answersBetweenTheLinesKeepWhatTheyAnswer() {
    Folded folded =
        Folding.text(
            "Hello,\n\n"
                + WROTE
                + "> Can you come?\n\nYes.\n\n> And bring a cake?\n\nWith pleasure.\n\n> See you\n> Anna");
    assertThat(folded.written())
        .isEqualTo("Hello,\n\n> Can you come?\n\nYes.\n\n> And bring a cake?\n\nWith pleasure.");
    assertThat(folded.folded()).isEqualTo(WROTE + "> See you\n> Anna");
  }

  @Test
  void aLineThatItsAuthorChoseToQuoteStaysWithItsAnswer() {
    String letter = "> Can you come?\nYes, at five.";
    assertThat(Folding.text(letter)).isEqualTo(new Folded(letter, ""));
  }

  @Test
  void aQuotedLineThatLostItsMarkIsNoAnswer() {
    String quoted =
        WROTE
            + "> This line was so long that a program on its way has broken it in\n"
            + "two pieces\n> and here it goes on.";
    assertThat(Folding.text("No.\n\n" + quoted)).isEqualTo(new Folded("No.", quoted));
  }

  @Test
  void whereNothingWasWrittenEverythingIsShown() {
    String letter = WROTE + "\n> Can you come?\n> Anna";
    assertThat(Folding.text(letter)).isEqualTo(new Folded(letter, ""));
    assertThat(Folding.text("Mvh\nAnna")).isEqualTo(new Folded("Mvh\nAnna", ""));
    assertThat(Folding.text("")).isEqualTo(new Folded("", ""));
  }

  @Test
  void whereOnlyASignatureWasWrittenItIsShown() {
    assertThat(Folding.text("Sent from my iPhone\n\n" + WROTE + "> Hello"))
        .isEqualTo(new Folded("Sent from my iPhone", WROTE + "> Hello"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "---------- Forwarded message ---------",
        "Begin forwarded message:",
        "-------- Vidarebefordrat meddelande --------",
        "-------- Weitergeleitete Nachricht --------",
        "---------- Message transféré ----------",
        "---------- Mensaje reenviado ----------",
        "---------- Videresendt melding ----------",
        "---------- Videresendt besked ----------",
        "---------- Välitetty viesti ----------",
        "---------- Przekazana wiadomość ----------",
        "---------- Doorgestuurd bericht ----------",
        "---------------------- Forwarded by Anna/Berg on 12/01/2000 02:14 PM ----------"
      })
  void aForwardedLetterIsShown(String separator) {
    String letter =
        "Please see below.\n\n"
            + separator
            + "\nFrom: Bo <bo@example.com>\nSent: today\nSubject: Help\n\nIt burns.\n\nMvh\nBo";
    assertThat(Folding.text(letter)).isEqualTo(new Folded(letter, ""));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Fwd: Help", "VB: Help", "FW: RE: Help", "WG: Help", "TR : Help", "Vs: x"})
  void aForwardedLetterIsKnownByItsSubject(String subject) {
    String letter =
        "Please see below.\n\nFrom: Bo <bo@example.com>\nSent: today\nSubject: Help\n\nIt burns.";
    assertThat(Folding.text(letter, new Origin("", subject))).isEqualTo(new Folded(letter, ""));
    assertThat(Folding.text(letter, new Origin("", "SV: Fwd: Help")).written())
        .isEqualTo("Please see below.");
  }

  @Test
  void aFinnishAnswerIsNotTakenForADanishForwardedLetter() {
    String earlier = "Lähettäjä: Bo\nLähetetty: 26. kesäkuuta 2014\nAihe: Apua\n\nPalaa.";
    assertThat(Folding.text("Kiitos, tulen.\n\n" + earlier, new Origin("", "Vs: Apua")))
        .isEqualTo(new Folded("Kiitos, tulen.", earlier));
  }

  @Test
  void anAnswerToAForwardedLetterIsFoldedAsAnyOther() {
    String quoted = WROTE + "> ---------- Forwarded message ---------\n> From: Bo";
    assertThat(Folding.text("I see.\n\n" + quoted)).isEqualTo(new Folded("I see.", quoted));
  }

  @Test
  void anAuthorsOwnNameIsASignature() {
    Origin anna = new Origin("Anna Berg <anna.berg@example.com>", "Re: Help");
    assertThat(Folding.text("It works now.\n\nAnna", anna))
        .isEqualTo(new Folded("It works now.", "Anna"));
    assertThat(Folding.text("Call her:\n\nAnna", anna).folded()).isEmpty();
    assertThat(Folding.text("It works now.\n\nPerfect", anna).folded()).isEmpty();
  }

  @Test
  void lotusNotesIsUnderstood() {
    String earlier =
        "From:\tAnna Berg/Berg\nTo:\tBo\nDate:\t26.06.2014 14:14\nSubject:\tRe: X\n\nHi";
    assertThat(Folding.text("Yes.\n\n" + earlier)).isEqualTo(new Folded("Yes.", earlier));
  }
}
