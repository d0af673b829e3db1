package io.svara.channel.email.quote;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How programs introduce what they quote, in the languages that they speak. */
class LanguagesTest {
  private static final String ANSWER = "Första raden.\n\nSista raden.";

  @ParameterizedTest
  @ValueSource(
      strings = {
        // Swedish
        "Den tors 26 juni 2014 kl 14:14 skrev Anna Berg <anna@example.com>:",
        "Den 2014-06-26 kl. 14:14, skrev Anna Berg:",
        "26 juni 2014 kl. 14:14 skrev Anna Berg <anna@example.com>:",
        "Anna Berg skrev den 2014-06-26 14:14:",
        "Anna Berg <anna@example.com> skrev: (26 juni 2014 14:14):",
        // English
        "On Thu, Jun 26, 2014 at 2:14 PM, Anna Berg <anna@example.com> wrote:",
        "On Thu, Jun 26, 2014 at 2:14 PM Anna Berg <anna@example.com>\nwrote:",
        "On Thursday, June 26, 2014 at 2:14 PM, Anna Margareta Elisabet Berg\n<anna@example.com> wrote:",
        "On Jun 26, 2014, at 2:14 PM, Anna Berg wrote:",
        "Anna Berg <anna@example.com> wrote on 26.06.2014 14:14:",
        "--- On Thu, 6/26/14, Anna Berg <anna@example.com> wrote:",
        "---- On Thu, 26 Jun 2014 14:14:00 +0200 Anna Berg <anna@example.com> wrote ----",
        "*On Thu, Jun 26, 2014 at 2:14 PM, Anna Berg wrote:*",
        "On Thu,\nJun 26, 2014 at 2:14 PM, Anna Berg\n<anna@example.com> wrote:",
        // German
        "Am 26.06.2014 um 14:14 schrieb Anna Berg:",
        "Am Do., 26. Juni 2014 um 14:14 Uhr schrieb Anna Berg <anna@example.com>:",
        "Anna Berg <anna@example.com> schrieb am Do., 26. Juni 2014, 14:14:",
        "Anna Berg <anna@example.com> hat am 26. Juni 2014 um 14:14 geschrieben:",
        // French
        "Le jeu. 26 juin 2014 à 14:14, Anna Berg <anna@example.com> a écrit :",
        "Le 26 juin 2014 14:14, Anna Berg <anna@example.com> a\nécrit :",
        "Le 26/06/2014 à 14:14, Anna Berg a écrit\u00a0:",
        // Spanish
        "El jue., 26 jun. 2014 a las 14:14, Anna Berg (<anna@example.com>) escribió:",
        "El 26/06/2014 14:14, Anna Berg escribió:",
        // Norwegian, Danish
        "Den tor. 26. jun. 2014 kl. 14:14 skrev Anna Berg <anna@example.com>:",
        "26. jun. 2014 kl. 14:14 skrev Anna Berg <anna@example.com>:",
        "Den 26. juni 2014 kl. 14.14 skrev Anna Berg <anna@example.com>:",
        "Den 26/06/2014 kl. 14.14 skrev Anna Berg:",
        // Finnish
        "to 26. kesäk. 2014 klo 14.14 Anna Berg (anna@example.com) kirjoitti:",
        "Anna Berg <anna@example.com> kirjoitti 26.6.2014 kello 14.14:",
        "Anna Berg kirjoitti 26.6.2014 klo 14:14:",
        // Polish
        "W dniu 26.06.2014 o 14:14, Anna Berg pisze:",
        "czw., 26 cze 2014 o 14:14 Anna Berg <anna@example.com> napisał(a):",
        "Dnia 26 czerwca 2014 14:14 Anna Berg <anna@example.com> napisał(a):",
        "W dniu 26 czerwca 2014 14:14 użytkownik Anna Berg\n<anna@example.com> napisał:",
        // Dutch
        "Op 26 juni 2014 om 14:14 schreef Anna Berg <anna@example.com>:",
        "Op do 26 jun. 2014 om 14:14 schreef Anna Berg <anna@example.com>:",
        "Op 26 jun. 2014, om 14:14 heeft Anna Berg <anna@example.com> het volgende geschreven:",
        // others
        "Il giorno gio 26 giu 2014 alle ore 14:14 Anna Berg <anna@example.com> ha scritto:",
        "Em qui., 26 de jun. de 2014 às 14:14, Anna Berg <anna@example.com> escreveu:",
        "Dne 26.6.2014 v 14:14 Anna Berg napsal(a):",
        "Anna Berg <anna@example.com> ezt írta (időpont: 2014. jún. 26., Cs, 14:14):",
        "26 Haziran 2014 14:14 tarihinde Anna Berg <anna@example.com> yazdı:",
        "чт, 26 июн. 2014 г. в 14:14, Anna Berg <anna@example.com>:",
        "26 июня 2014 г. 14:14 пользователь Anna Berg <anna@example.com> написал:",
        "Thu, 26 Jun 2014 14:00:51 +0400 от Anna Berg <anna@example.com>:",
        "2014年6月26日(木) 14:14 Anna Berg <anna@example.com>:",
        "Anna Berg <anna@example.com> 于2014年6月26日周四 下午2:14写道：",
        "2014년 6월 26일 (목) 오후 2:14, Anna Berg <anna@example.com>님이 작성:",
        "2014-06-26 14:14 GMT+02:00 Anna Berg <anna@example.com>:"
      })
  void anIntroductionAndWhatStandsBelowIsFolded(String introduction) {
    String quoted = introduction + "\n\n> Hej igen!\n> Hur går det?";
    assertThat(Folding.text(ANSWER + "\n\n" + quoted + "\n")).isEqualTo(new Folded(ANSWER, quoted));
    String unmarked = introduction + "\n\nHej igen!\n\nHur går det?";
    assertThat(Folding.text(ANSWER + "\n\n" + unmarked)).isEqualTo(new Folded(ANSWER, unmarked));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Från: Anna Berg <anna@example.com>\nSkickat: den 26 juni 2014 14:14\nTill: Bo\nÄmne: Möte",
        "Från: Anna Berg\nDatum: torsdag 26 juni 2014 14:14\nTill: Bo\nÄmne: Möte",
        "*From:* Anna Berg\n*Sent:* Thursday, June 26, 2014 2:14 PM\n*To:* Bo\n*Subject:* Meeting",
        "Von: Anna Berg [mailto:anna@example.com]\nGesendet: 26. Juni 2014 14:14\nAn: Bo\nBetreff: X",
        "De : Anna Berg\nEnvoyé : jeudi 26 juin 2014 14:14\nÀ : Bo\nObjet : Réunion",
        "De: Anna Berg\nEnviado el: jueves, 26 de junio de 2014 14:14\nPara: Bo\nAsunto: X",
        "Fra: Anna Berg\nSendt: torsdag 26. juni 2014 14:14\nTil: Bo\nEmne: Møte",
        "Lähettäjä: Anna Berg\nLähetetty: 26. kesäkuuta 2014 14:14\nVastaanottaja: Bo\nAihe: X",
        "Od: Anna Berg\nWysłano: 26 czerwca 2014 14:14\nDo: Bo\nTemat: Spotkanie",
        "Van: Anna Berg\nVerzonden: donderdag 26 juni 2014 14:14\nAan: Bo\nOnderwerp: X",
        "Da: Anna Berg\nInviato: giovedì 26 giugno 2014 14:14\nA: Bo\nOggetto: X",
        "发件人：Anna\n发送时间：2014年6月26日 14:14\n收件人：Bo\n主题：X",
        "-----Ursprungligt meddelande-----\nFrån: Anna\nTill: Bo",
        "-----Original Message-----\nFrom: Anna",
        "-----Ursprüngliche Nachricht-----\nVon: Anna",
        "-------- Message d'origine --------\nDe : Anna",
        "-----Mensaje original-----\nDe: Anna",
        "-----Opprinnelig melding-----\nFra: Anna",
        "-----Oprindelig meddelelse-----\nFra: Anna",
        "-----Alkuperäinen viesti-----\nLähettäjä: Anna",
        "-----Oryginalna wiadomość-----\nOd: Anna",
        "-----Oorspronkelijk bericht-----\nVan: Anna",
        "________________________________\nFrån: Anna Berg\nSkickat: den 26 juni 2014"
      })
  void aCopiedHeaderAndWhatStandsBelowIsFolded(String header) {
    String earlier = header + "\n\nHej igen!\n\nHur går det?";
    assertThat(Folding.text(ANSWER + "\n\n" + earlier)).isEqualTo(new Folded(ANSWER, earlier));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Med vänliga hälsningar\nAnna Berg\nStorgatan 1\n070-123 45 67",
        "Mvh Anna",
        "Mvh\n/Anna",
        "Skickat från min iPhone",
        "Best regards,\nAnna Berg",
        "Thanks,\nAnna",
        "Sent from my iPhone",
        "Get Outlook for iOS<https://aka.ms/o0ukef>",
        "-- \nAnna Berg\nBerg & Co",
        "Mit freundlichen Grüßen\n\nAnna Berg\nTel.: +49 30 123456",
        "Viele Grüße\nAnna",
        "Von meinem iPhone gesendet",
        "Cordialement,\nAnna Berg",
        "Envoyé de mon iPhone",
        "Un saludo,\nAnna Berg\nMóvil: 600 123 456",
        "Enviado desde mi iPhone",
        "Med vennlig hilsen\nAnna Berg",
        "Sendt fra min iPhone",
        "Venlig hilsen\nAnna Berg",
        "Ystävällisin terveisin\nAnna Berg\npuh. 040 123 4567",
        "Lähetetty iPhonesta",
        "Pozdrawiam,\nAnna Berg",
        "Wysłane z mojego iPhone'a",
        "Met vriendelijke groet,\n\nAnna Berg",
        "Verstuurd vanaf mijn iPhone",
        "С уважением,\nАнна Берг",
        "Best regards / Mit freundlichen Grüßen\nAnna Berg",
        "Kind regards\nFor and on behalf of Berg Ltd\nAnna",
        "Mit freundlichen Grüßen\ni.A. Anna Berg\n\nBerg GmbH\nTel.: 030/12345",
        "Hälsningar från\nAnna i Umeå",
        "Thanks in advance for your help,\nAnna",
        "~Anna",
        "-anna",
        "Anna Berg\nBerg & Co | Storgatan 1\nanna@example.com",
        "Regards,\n\nAnna\n_____________________\nAnna Berg\nHead of Support",
        "Sent from Mail<https://go.microsoft.com/fwlink/?LinkId=550986> for Windows"
      })
  void aSignatureIsFolded(String signature) {
    assertThat(Folding.text(ANSWER + "\n\n" + signature)).isEqualTo(new Folded(ANSWER, signature));
    String quoted = "On Thu, Jun 26, 2014 at 2:14 PM, Anna <anna@example.com> wrote:\n> Hello";
    assertThat(Folding.text(ANSWER + "\n\n" + signature + "\n\n" + quoted))
        .isEqualTo(new Folded(ANSWER, signature + "\n\n" + quoted));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Jag skrev den 3 juni 2014 till er om detta:\n\nVar är min beställning?",
        "Den 3 juni 2014 skrev jag till er:\n\nVar är min beställning?",
        "Ich schrieb Ihnen am 3.6.2014 folgendes:\n\nWo ist meine Bestellung?",
        "On 3 June 2014 you wrote to me:\n\nYour order has been sent.",
        "My journey:\n\nFrom: Stockholm\nTo: Oslo\nDate: 3 June 2014\n\nCan I change it?",
        "My address is:\n\nAnna Berg\nStorgatan 1\n070-123 45 67",
        "We need:\n\n1 L Male\n1 M Female\n\nThat would be great!",
        "Thanks for the quick answer.\n\nCan I have it in blue?",
        "Thanks Sasha\nI will look at it tomorrow and then call you.",
        "Options:\n-- one\n-- two",
        "Tack på förhand!",
        "The price is > 100 kr\nand that is too much.",
        "Best regards,\nAnna\n\nPS. Could you send the invoice to my new address as well?"
      })
  void whatOnlyLooksLikeOneIsWritten(String text) {
    String letter = "Hello,\n\n" + text;
    assertThat(Folding.text(letter)).isEqualTo(new Folded(letter, ""));
  }
}
