package io.svara.channel.email.mime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MailboxTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          eva@x.example|<eva@x.example>
          <eva@x.example>|<eva@x.example>
          Eva <eva@x.example>|Eva<eva@x.example>
          "Ek, Eva" <eva@x.example>|Ek, Eva<eva@x.example>
          "Eva \\"E\\" Ek" <eva@x.example>|Eva "E" Ek<eva@x.example>
          Ek, Eva <eva@x.example>|Ek, Eva<eva@x.example>
          =?utf-8?q?Ek,_Eva?= <eva@x.example>|Ek, Eva<eva@x.example>
          "=?utf-8?q?=C3=85sa?=" <a@x.example>|Åsa<a@x.example>
          eva@x.example (Eva Ek)|Eva Ek<eva@x.example>
          eva@x.example <eva@x.example>|<eva@x.example>
          boss@x.example <eva@x.example>|boss@x.example<eva@x.example>
          'Eva' <eva@x.example>|Eva<eva@x.example>
          Eva <eva@x.example>, bo@x.example|Eva<eva@x.example> <bo@x.example>
          eva@x.example; bo@x.example|<eva@x.example> <bo@x.example>
          Team: eva@x.example, Bo <bo@x.example>;|<eva@x.example> Bo<bo@x.example>
          eva @ x . example|<eva@x.example>
          <@a.example,@b.example:eva@x.example>|<eva@x.example>
          "eva ek"@x.example|<"eva ek"@x.example>
          eva@[192.0.2.1]|<eva@[192.0.2.1]>
          eva@[IPv6:2001:db8::1]|<eva@[IPv6:2001:db8::1]>
          åsa@exämple.example|<åsa@exämple.example>
          <mailto:eva@x.example>|<eva@x.example>
          Eva <eva@x.example|Eva<eva@x.example>
          """)
  void aFieldIsReadAlsoAsItIsWrittenAgainstTheRules(String field, String expected) {
    assertThat(shown(Mailbox.all(field))).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "nothing",
      value = {"undisclosed-recipients:;", "<>", "MAILER-DAEMON", ",,;", "@", "eva@", "@x"})
  void whereThereIsNoAddressThereIsNobody(String field) {
    assertThat(Mailbox.all(field)).isEmpty();
  }

  @Test
  void aNameDoesNotTurnTheReadingAround() {
    Mail mail = Mails.read("From: =?utf-8?q?=E2=80=AEkcab=E2=80=AC?= <eva@x.example>", "", "x");
    assertThat(shown(mail.root().mailboxes("from"))).isEqualTo("kcab<eva@x.example>");
  }

  @Test
  void allFieldsOfANameCount() {
    Mail mail = Mails.read("To: a@x.example", "To: b@x.example", "", "x");
    assertThat(shown(mail.root().mailboxes("To"))).isEqualTo("<a@x.example> <b@x.example>");
  }

  private static String shown(List<Mailbox> mailboxes) {
    return mailboxes.stream()
        .map(each -> each.name().orElse("") + "<" + each.address() + ">")
        .collect(Collectors.joining(" "));
  }
}
