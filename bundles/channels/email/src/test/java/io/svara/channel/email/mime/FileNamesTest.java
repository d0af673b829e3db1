package io.svara.channel.email.mime;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileNamesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          attachment; filename=a.pdf|a.pdf
          attachment; filename="a b.pdf"|a b.pdf
          attachment; filename=a b.pdf|a b.pdf
          ATTACHMENT; FILENAME="a.pdf"|a.pdf
          attachment; filename*=utf-8''%C3%A5.pdf|å.pdf
          attachment; filename*=iso-8859-1'sv'%E5.pdf|å.pdf
          attachment; filename=a.pdf; filename*=utf-8''%C3%A5.pdf|å.pdf
          attachment; filename*0="long "; filename*1="name.pdf"|long name.pdf
          attachment; filename*1="name.pdf"; filename*0="long "|long name.pdf
          attachment; filename*0*=utf-8''%C3%A5%20; filename*1="b%20.pdf"|å b%20.pdf
          attachment; filename*0*=utf-8''%C3; filename*1*=%A5.pdf|å.pdf
          attachment; filename="=?utf-8?Q?=C3=A5?=.pdf"|å.pdf
          attachment; filename="=?utf-8?B?w6U=?= =?utf-8?B?w6QucGRm?="|åä.pdf
          attachment; filename="C:\\temp\\a.pdf"|a.pdf
          attachment; filename="../../etc/passwd"|passwd
          attachment; filename="a%2Fb.pdf"|a%2Fb.pdf
          attachment; filename*=utf-8''..%2F..%2Fa.pdf|a.pdf
          attachment; filename="con.txt"|_con.txt
          attachment; filename="LPT1"|_LPT1
          attachment; filename=".."|document.pdf
          attachment; filename=" .hidden. "|hidden
          attachment; filename="a<b>:c.pdf"|a_b__c.pdf
          attachment; filename*=utf-8''gpj.%E2%80%AEexe|gpj.exe
          attachment; filename*=utf-8''a%00%0D%0Ab.pdf|ab.pdf
          attachment|document.pdf
          """)
  void aNameIsReadAndCleaned(String disposition, String name) {
    assertThat(Mails.fileName(disposition)).isEqualTo(name);
  }

  @Test
  void aNameThatIsTooLongKeepsItsExtension() {
    String name = Mails.fileName("attachment; filename=\"" + "a".repeat(500) + ".pdf\"");
    assertThat(name).hasSizeLessThanOrEqualTo(120).startsWith("aaa").endsWith("a.pdf");
  }
}
