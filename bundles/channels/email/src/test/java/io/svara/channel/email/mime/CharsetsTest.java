package io.svara.channel.email.mime;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CharsetsTest {

  @ParameterizedTest
  @CsvSource({
    "utf8, UTF-8, Hej på dig",
    "\"utf-8\", UTF-8, Hej på dig",
    "latin1, ISO-8859-1, Hej på dig",
    "ISO8859-15, ISO-8859-15, 5 € till dig",
    "cp-1250, windows-1250, zażółć gęślą",
    "win1251, windows-1251, Здравствуйте",
    "x-cp1251, windows-1251, Здравствуйте",
    "koi8-r, KOI8-R, Здравствуйте",
    "gb2312, GB18030, 朱镕基",
    "ks_c_5601-1987, x-windows-949, 똠방각하",
    "shift_jis, windows-31j, ①番",
    "iso-2022-jp, ISO-2022-JP, 日本語",
    "big5, Big5, 中文信件",
    "iso-8859-8-i, ISO-8859-8, שלום",
    "cp850, IBM850, Hej på dig",
  })
  void aNameThatMailsUseIsUnderstood(String name, String charset, String text) {
    Mail mail =
        Mails.read("Content-Type: text/plain; charset=" + name, "", Mails.as(charset, text));
    assertThat(mail.text()).isEqualTo(text);
    assertThat(mail.flaws()).isEmpty();
  }

  @Test
  void iso88591MeansWhatItsWritersMeanByIt() {
    assertThat(
            Mails.read("Content-Type: text/plain; charset=iso-8859-1", "", "\u0093Hej\u0094")
                .text())
        .isEqualTo("“Hej”");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "; charset=us-ascii", "; charset=iso-8859-1", "; charset=x-unknown"})
  void soundUtf8IsReadAsSuchWhateverIsSaid(String parameter) {
    assertThat(
            Mails.read("Content-Type: text/plain" + parameter, "", Mails.as("UTF-8", "På väg"))
                .text())
        .isEqualTo("På väg");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "; charset=us-ascii", "; charset=utf-8", "; charset=x-unknown"})
  void westernTextIsReadAsSuchWhateverIsSaid(String parameter) {
    assertThat(
            Mails.read("Content-Type: text/plain" + parameter, "", Mails.as("ISO-8859-1", "På väg"))
                .text())
        .isEqualTo("På väg");
  }

  @Test
  void aNameThatNobodyKnowsIsAFlaw() {
    assertThat(Mails.read("Content-Type: text/plain; charset=klingon-1", "", "Hej").flaws())
        .singleElement()
        .asString()
        .contains("klingon-1");
  }

  @Test
  void oneForeignByteDoesNotSpoilAText() {
    byte[] bytes = Mails.as("UTF-8", "Åäö \u0001 slut").getBytes(StandardCharsets.ISO_8859_1);
    bytes[7] = (byte) 0xff;
    assertThat(Charsets.decode(bytes, "utf-8")).isEqualTo("Åäö \ufffd slut");
  }

  @Test
  void escapesOfJapaneseTextTellItsCharset() {
    assertThat(Mails.read("Subject: x", "", Mails.as("ISO-2022-JP", "日本語")).text())
        .isEqualTo("日本語");
  }

  @Test
  void aRawHeaderIsReadByTheCharsetOfTheLetter() {
    Mail mail =
        Mails.read(
            "Subject: " + Mails.as("KOI8-R", "Привет"),
            "Content-Type: text/plain; charset=koi8-r",
            "",
            "x");
    assertThat(mail.root().field("Subject")).contains("Привет");
  }

  @Test
  void aPageMayNameItsCharsetItself() {
    Mail mail =
        Mails.read(
            "Content-Type: text/html",
            "",
            "<html><head><meta http-equiv=\"Content-Type\" content=\"text/html; charset=koi8-r\">"
                + "</head><body>"
                + Mails.as("KOI8-R", "Привет")
                + "</body></html>");
    assertThat(mail.text()).isEqualTo("Привет");
  }
}
