package io.svara.channel.email.mime;

import static org.assertj.core.api.Assertions.assertThat;

import io.svara.api.message.Letter.Mark;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SealsTest {

  @Test
  void aSignedLetterIsReadAndItsSignatureIsNoFile() {
    Mail mail =
        Mails.read(
            "Content-Type: multipart/signed; protocol=\"application/pgp-signature\"; boundary=b",
            "",
            "--b",
            "",
            "Words",
            "--b",
            "Content-Type: application/pgp-signature; name=signature.asc",
            "",
            "-----BEGIN PGP SIGNATURE-----",
            "--b--");
    assertThat(mail.text()).isEqualTo("Words");
    assertThat(mail.files()).isEmpty();
    assertThat(mail.marks()).containsExactly(Mark.SIGNED);
  }

  @Test
  void anEncryptedLetterIsShownAsSuchAndItsPartsAreFiles() {
    Mail mail =
        Mails.read(
            "Content-Type: multipart/encrypted; boundary=b",
            "",
            "--b",
            "Content-Type: application/pgp-encrypted",
            "",
            "Version: 1",
            "--b",
            "Content-Type: application/octet-stream; name=encrypted.asc",
            "",
            "-----BEGIN PGP MESSAGE-----",
            "--b--");
    assertThat(mail.marks()).containsExactly(Mark.ENCRYPTED);
    assertThat(mail.text()).isEmpty();
    assertThat(mail.files()).hasSize(2);
  }

  @Test
  void pgpWithinTheTextIsFoundUnlessItIsQuoted() {
    assertThat(Mails.read("Subject: x", "", "-----BEGIN PGP MESSAGE-----", "x").marks())
        .containsExactly(Mark.ENCRYPTED);
    assertThat(Mails.read("Subject: x", "", "-----BEGIN PGP SIGNED MESSAGE-----", "x").marks())
        .containsExactly(Mark.SIGNED);
    assertThat(Mails.read("Subject: x", "", "> -----BEGIN PGP MESSAGE-----").marks()).isEmpty();
  }

  @Test
  void sMimeIsEncryptedUnlessItSaysThatItIsASignature() {
    assertThat(cms("application/pkcs7-mime; smime-type=enveloped-data; name=smime.p7m", "MAA="))
        .containsExactly(Mark.ENCRYPTED);
    assertThat(cms("application/x-pkcs7-mime; name=smime.p7m", "MAA="))
        .containsExactly(Mark.ENCRYPTED);
    assertThat(cms("application/octet-stream; name=smime.p7m", "MAA="))
        .containsExactly(Mark.ENCRYPTED);
    assertThat(cms("application/pkcs7-mime; smime-type=signed-data", "MAA="))
        .contains(Mark.SIGNED)
        .doesNotContain(Mark.ENCRYPTED);
    // A ContentInfo of signed data: 30 80, then the identifier 1.2.840.113549.1.7.2.
    assertThat(cms("application/pkcs7-mime; name=smime.p7m", "MIAGCSqGSIb3DQEHAqCA"))
        .contains(Mark.SIGNED)
        .doesNotContain(Mark.ENCRYPTED);
  }

  private static Set<Mark> cms(String type, String base64) {
    return Mails.read("Content-Type: " + type, "Content-Transfer-Encoding: base64", "", base64)
        .marks();
  }
}
