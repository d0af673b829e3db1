package io.svara.channel.email.mime;

import static org.assertj.core.api.Assertions.assertThat;

import io.svara.api.message.Letter.Mark;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class MailReaderTest {

  @Test
  void aTextIsDecodedByItsEncodingAndCharset() {
    Mail mail =
        Mails.read(
            "From: Eva <eva@x.example>",
            "Subject: =?iso-8859-1?q?R=E4ksm=F6rg=E5s?=",
            "Content-Type: text/plain; charset=iso-8859-1",
            "Content-Transfer-Encoding: quoted-printable",
            "",
            "Hej p=E5 =",
            "dig");
    assertThat(mail.text()).isEqualTo("Hej på dig");
    assertThat(mail.root().field("subject")).contains("Räksmörgås");
    assertThat(mail.html()).isEmpty();
    assertThat(mail.files()).isEmpty();
    assertThat(mail.flaws()).isEmpty();
    assertThat(mail.marks()).isEmpty();
  }

  @Test
  void ofAlternativesThePlainOneIsTheTextAndTheLastPageTheHtml() {
    Mail mail =
        Mails.read(
            "Content-Type: multipart/alternative; boundary=b",
            "",
            "--b",
            "Content-Type: text/plain",
            "",
            "Plain",
            "--b",
            "Content-Type: multipart/related; boundary=c",
            "",
            "--c",
            "Content-Type: text/html",
            "",
            "<b>Page</b> <img src=cid:one@x>",
            "--c",
            "Content-Type: image/png",
            "Content-ID: <one@x>",
            "Content-Transfer-Encoding: base64",
            "",
            "AQID",
            "--c--",
            "--b--");
    assertThat(mail.text()).isEqualTo("Plain");
    assertThat(mail.html()).hasValueSatisfying(html -> assertThat(html).contains("<b>Page</b>"));
    Part picture = Mails.only(mail);
    assertThat(picture.contentId()).contains("one@x");
    assertThat(picture.content()).containsExactly(1, 2, 3);
    assertThat(picture.fileName()).contains("picture.png");
    assertThat(picture.number()).isEqualTo("2.2");
  }

  @Test
  void aPlainAlternativeWithoutWordsGivesWayToThePage() {
    Mail mail =
        Mails.read(
            "Content-Type: multipart/alternative; boundary=b",
            "",
            "--b",
            "Content-Type: text/plain; charset=iso-8859-1",
            "",
            " \u00a0 ",
            "--b",
            "Content-Type: text/html",
            "",
            "<p>Words</p>",
            "--b--");
    assertThat(mail.text()).isEqualTo("Words");
  }

  @Test
  void textsThatFollowOneAnotherStandBelowEachOther() {
    Mail mail =
        Mails.read(
            "Content-Type: multipart/mixed; boundary=b",
            "",
            "--b",
            "",
            "One < two",
            "--b",
            "Content-Type: text/html",
            "",
            "<i>Three</i>",
            "--b--");
    assertThat(mail.text()).isEqualTo("One < two\n\nThree");
    assertThat(mail.html())
        .contains("<div style=\"white-space:pre-wrap\">One &lt; two</div>\n\n<i>Three</i>");
  }

  @Test
  void aForwardedMailIsAFileWithItsBytesAndATree() {
    String inner = "Subject: Inner/one\r\n\r\nWithin";
    Mail mail =
        Mails.read(
            "Content-Type: multipart/mixed; boundary=b",
            "",
            "--b",
            "",
            "See below",
            "--b",
            "Content-Type: message/rfc822",
            "Content-Disposition: attachment",
            "",
            inner,
            "--b--");
    assertThat(mail.text()).isEqualTo("See below");
    Part file = Mails.only(mail);
    assertThat(file.fileName()).contains("Inner_one.eml");
    assertThat(file.content()).isEqualTo(inner.getBytes(StandardCharsets.US_ASCII));
    assertThat(file.parts().get(0).field("Subject")).contains("Inner/one");
    assertThat(file.parts().get(0).content())
        .isEqualTo("Within".getBytes(StandardCharsets.US_ASCII));
  }

  @Test
  void aCalendarEntryIsAFileWhereverItStands() {
    Mail mail =
        Mails.read(
            "Content-Type: multipart/alternative; boundary=b",
            "",
            "--b",
            "",
            "Meet",
            "--b",
            "Content-Type: text/calendar; method=REQUEST",
            "",
            "BEGIN:VCALENDAR",
            "--b--");
    assertThat(mail.text()).isEqualTo("Meet");
    assertThat(Mails.only(mail).fileName()).contains("invitation.ics");
  }

  @Test
  void outlooksOwnFormatIsNamedAsSuchWhateverItsType() {
    Mail mail =
        Mails.read(
            "Content-Type: multipart/mixed; boundary=b",
            "",
            "--b",
            "",
            "Hej",
            "--b",
            "Content-Type: application/octet-stream; name=winmail.dat",
            "Content-Transfer-Encoding: base64",
            "",
            "eJ8+IgAA",
            "--b--");
    assertThat(Mails.only(mail).mediaType()).isEqualTo("application/ms-tnef");
    assertThat(mail.flaws()).singleElement().asString().contains("winmail.dat");
  }

  @Test
  void lineEndsOfAnyKindAreReadAlike() {
    String mail = "Subject: x\r\nContent-Type: text/plain\r\n\r\nOne\r\nTwo\r\n";
    for (String end : new String[] {"\n", "\r", "\r\r\n"}) {
      Mail read =
          new MailReader().read(mail.replace("\r\n", end).getBytes(StandardCharsets.US_ASCII));
      assertThat(read.text()).as(end.replace("\r", "CR").replace("\n", "LF")).isEqualTo("One\nTwo");
      assertThat(read.root().field("Subject")).contains("x");
    }
  }

  @Test
  void aTextWithoutAHeaderIsNotLost() {
    Mail mail = Mails.read("Hello there,", "no header", "", "at all");
    assertThat(mail.text()).isEqualTo("Hello there,\nno header\n\nat all");
    assertThat(mail.marks()).containsExactly(Mark.DAMAGED);
  }

  @Test
  void aHeaderWithoutABodyAndAnEmptyMailAreRead() {
    assertThat(Mails.read("Subject: only").root().field("Subject")).contains("only");
    assertThat(Mails.read("Subject: only").text()).isEmpty();
    assertThat(Mails.read("").text()).isEmpty();
    assertThat(Mails.read("").root().header()).isEmpty();
  }

  @Test
  void theLineOfAMailboxFileAndAByteOrderMarkAreNoFields() {
    assertThat(Mails.read("From eva@x Mon Nov 23", "Subject: a", "", "b").root().field("Subject"))
        .contains("a");
    assertThat(Mails.read("\u00ef\u00bb\u00bfSubject: a", "", "b").root().field("Subject"))
        .contains("a");
  }

  @Test
  void aMissingEndIsNoHarm() {
    Mail mail =
        Mails.read("Content-Type: multipart/mixed; boundary=b", "", "--b", "", "Words", "more");
    assertThat(mail.text()).isEqualTo("Words\nmore");
  }

  @Test
  void aBoundaryThatIsNotNamedIsFoundInTheText() {
    for (String type : new String[] {"multipart/mixed", "multipart/mixed; boundary=other"}) {
      Mail mail =
          Mails.read(
              "Content-Type: " + type,
              "",
              "--b",
              "Content-Type: text/plain",
              "",
              "Words",
              "--b",
              "Content-Type: application/pdf",
              "",
              "file",
              "--b--");
      assertThat(mail.text()).as(type).isEqualTo("Words");
      assertThat(Mails.only(mail).mediaType()).isEqualTo("application/pdf");
      assertThat(mail.marks()).containsExactly(Mark.DAMAGED);
    }
  }

  @Test
  void aMultipartWithoutAnyPartIsText() {
    Mail mail = Mails.read("Content-Type: multipart/mixed; boundary=b", "", "Just words");
    assertThat(mail.text()).isEqualTo("Just words");
  }

  @Test
  void aFileWithinTheTextIsNamed() {
    Mail mail = Mails.read("Subject: x", "", "begin 644 a.gif", "#0V%T", "`", "end");
    assertThat(mail.flaws()).singleElement().asString().contains("uuencoded", "a.gif");
    assertThat(mail.text()).contains("begin 644 a.gif");
  }

  @Test
  void flowedLinesAreJoinedAndQuotationsKeepTheirDepth() {
    Mail mail =
        Mails.read(
            "Content-Type: text/plain; format=flowed",
            "",
            "One ",
            "two",
            "> quoted ",
            "> on",
            ">> deeper ",
            "> back",
            "  stuffed",
            "-- ",
            "Eva");
    assertThat(mail.text())
        .isEqualTo("One two\n> quoted on\n>> deeper \n> back\n stuffed\n-- \nEva");
  }

  @Test
  void whereDelSpSaysSoTheSpaceOfABreakGoes() {
    Mail mail =
        Mails.read("Content-Type: text/plain; format=flowed; delsp=yes", "", "Buch ", "stabe");
    assertThat(mail.text()).isEqualTo("Buchstabe");
  }
}
