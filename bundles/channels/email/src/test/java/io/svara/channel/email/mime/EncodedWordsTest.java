package io.svara.channel.email.mime;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EncodedWordsTest {

  /** The first seven are the examples of RFC 2047, 8, and RFC 2231, 5. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          =?ISO-8859-1?Q?a?=|a
          =?ISO-8859-1?Q?a?= b|a b
          =?ISO-8859-1?Q?a?= =?ISO-8859-1?Q?b?=|ab
          =?ISO-8859-1?Q?a?=  =?ISO-8859-1?Q?b?=|ab
          =?ISO-8859-1?Q?a_b?=|a b
          =?ISO-8859-1?Q?a?= =?ISO-8859-2?Q?_b?=|a b
          =?US-ASCII*EN?Q?Keith_Moore?=|Keith Moore
          =?utf-8?B?w6U=?=|å
          =?utf-8?B?w6U?=|å
          =?utf-8?Q?=C3?= =?utf-8?Q?=A5?=|å
          Re: =?utf-8?q?Hur_m=C3=A5r_du=3F?=|Re: Hur mår du?
          =?utf-8?Q?Hur mår du? Bra?=|Hur mår du? Bra
          =?utf-8?Q?a=ZZb?=|a=ZZb
          =?utf-8?X?a?=|=?utf-8?X?a?=
          =?utf-8?Q?a|=?utf-8?Q?a
          1 =? 2 ?= 3|1 =? 2 ?= 3
          a=?utf-8?Q?b?=c|abc
          """)
  void aWordIsDecoded(String encoded, String decoded) {
    assertThat(EncodedWords.decode(encoded)).isEqualTo(decoded);
  }

  @Test
  void anEncodedLineEndDoesNotBecomeOne() {
    Mail mail = Mails.read("Subject: =?utf-8?q?a=0D=0ABcc:_b@x?=", "", "x");
    assertThat(mail.root().field("Subject").orElseThrow()).isEqualTo("a  Bcc: b@x");
  }

  @Test
  void aHeaderMayBeUtf8() {
    Mail mail = Mails.read("Subject: " + Mails.as("UTF-8", "Påminnelse 📨"), "", "x");
    assertThat(mail.root().field("Subject")).contains("Påminnelse 📨");
  }

  @Test
  void aFoldedFieldIsOneLine() {
    Mail mail = Mails.read("Subject: one", " two", "\tthree", "", "x");
    assertThat(mail.root().field("Subject")).contains("one two three");
  }
}
