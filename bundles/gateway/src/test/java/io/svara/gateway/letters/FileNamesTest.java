package io.svara.gateway.letters;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileNamesTest {

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "../../etc/passwd, passwd",
        "C:\\Users\\x\\bild.png, bild.png",
        "faktura\u202Egnp.exe, fakturagnp.exe",
        "a\u200Bb\u0007.txt, ab.txt",
        "..., file",
        ".htaccess, htaccess",
        "con.txt, _con.txt",
        "a<b>:\"|?*.txt, a_b______.txt",
        "räksmörgås 😀.pdf, räksmörgås 😀.pdf",
        "a\tb.txt, ab.txt",
      })
  void aNameCanBeShownAndSaved(String given, String cleaned) {
    assertThat(FileNames.clean(given)).isEqualTo(cleaned);
  }

  @Test
  void aLongNameKeepsItsEnd() {
    String cleaned = FileNames.clean("😀".repeat(500) + ".pdf");
    assertThat(cleaned).endsWith("😀.pdf");
    assertThat(cleaned.codePointCount(0, cleaned.length())).isEqualTo(120);
  }

  @Test
  void theHeaderHasTheNameInAsciiAndInFull() {
    assertThat(FileNames.disposition("attachment", "räka; 100%.pdf"))
        .isEqualTo(
            "attachment; filename=\"raka_ 100_.pdf\";"
                + " filename*=UTF-8''r%C3%A4ka%3B%20100%25.pdf");
  }
}
