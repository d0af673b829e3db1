package io.svara.testing.mailservers;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.HexFormat;

/** The servers' own certificate: signed by itself, for 127.0.0.1, localhost and the host's name. */
final class Certificate {
  private final X509Certificate certificate;

  private Certificate(X509Certificate certificate) {
    this.certificate = certificate;
  }

  /** Writes {@code certificate.pem}, and {@code private.pem} with key and certificate. */
  static Certificate make(Path folder, String host) throws IOException {
    Path key = folder.resolve("key.pem");
    Path file = folder.resolve("certificate.pem");
    Command.run(
        Programs.path("openssl"),
        "req",
        "-x509",
        "-newkey",
        "ec",
        "-pkeyopt",
        "ec_paramgen_curve:prime256v1",
        "-nodes",
        "-days",
        "2",
        "-subj",
        "/CN=" + host,
        "-addext",
        "subjectAltName=DNS:localhost,DNS:" + host + ",IP:127.0.0.1",
        "-keyout",
        key.toString(),
        "-out",
        file.toString());
    Files.writeString(
        folder.resolve("private.pem"), Files.readString(key) + Files.readString(file));
    try (InputStream in = Files.newInputStream(file)) {
      return new Certificate(
          (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in));
    } catch (GeneralSecurityException failure) {
      throw new IOException("Not a certificate: " + file, failure);
    }
  }

  X509Certificate certificate() {
    return certificate;
  }

  /** SHA-256 as openssl prints it: pairs of capital hexadecimal digits with colons between. */
  String fingerprint() {
    try {
      return HexFormat.ofDelimiter(":")
          .withUpperCase()
          .formatHex(MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded()));
    } catch (GeneralSecurityException failure) {
      throw new IllegalStateException(failure);
    }
  }
}
