package io.svara.channel.email.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.svara.channel.email.mime.MailReader;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AutomaticTest {

  private static Optional<Automatic> of(String header) {
    String mail = "From: a@b.example\n" + header + "\n\nHello\n";
    return Automatic.of(new MailReader().read(mail.getBytes(StandardCharsets.UTF_8)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Auto-Submitted: auto-replied (vacation)",
        "Auto-Submitted: Auto-Generated; type=x",
        "X-Autoreply: yes",
        "Precedence: auto_reply",
        "Subject: Autosvar: order 1",
        "Subject: =?utf-8?Q?R=C3=A9ponse_automatique_=3A_commande?=",
        "Subject: Frånvarande",
        "Subject: Out of office",
        "Subject: Abwesenheitsnotiz",
        "Subject: 自動返信: 注文"
      })
  void whatAProgramAnsweredIsAutomatic(String header) {
    assertThat(of(header)).get().matches(Automatic::automatic).matches(found -> !found.bulk());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "List-Id: Users <users.example>",
        "List-Unsubscribe: <https://example/u>",
        "Precedence: bulk",
        "Precedence: list",
        "X-Auto-Response-Suppress: DR, OOF, AutoReply",
        "Return-Path: <>",
        "Mailing-List: contact users-help@example; run by ezmlm"
      })
  void whatWentToManyIsBulk(String header) {
    assertThat(of(header)).get().matches(Automatic::bulk).matches(found -> !found.automatic());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Subject: Hello",
        "Auto-Submitted: no",
        "X-Auto-Response-Suppress: DR, NDR, RN, NRN",
        "Return-Path: <a@b.example>",
        "Precedence: normal",
        "Subject: Out of office chairs?",
        "Subject: Semesterhus i Skåne",
        "Subject: Re: Automatic reply: order",
        "X-Autoreply: no"
      })
  void whatAPersonWroteIsNeither(String header) {
    assertThat(of(header)).isEmpty();
  }

  @Test
  void eachSignIsToldInWords() {
    assertThat(of("Auto-Submitted: auto-replied\nList-Id: <x>\nPrecedence: bulk"))
        .get()
        .satisfies(
            found ->
                assertThat(found.reasons())
                    .containsExactly(
                        "Auto-Submitted: auto-replied", "List-Id", "Precedence: bulk"));
  }
}
