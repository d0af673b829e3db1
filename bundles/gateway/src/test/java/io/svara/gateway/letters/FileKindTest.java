package io.svara.gateway.letters;

import static org.assertj.core.api.Assertions.assertThat;

import io.svara.gateway.letters.FileKind.Warning;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileKindTest {

  private static FileKind kind(String head, String name, String claimed) {
    return FileKind.of(head.getBytes(StandardCharsets.ISO_8859_1), name, claimed);
  }

  @ParameterizedTest
  @CsvSource({
    "%PDF-1.7, a.pdf, application/pdf, application/pdf",
    "%PDF-1.7, a.pdf, , application/pdf",
    "PK\3\4, a.docx, application/vnd.openxmlformats-officedocument.wordprocessingml.document,"
        + " application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "PK\3\4, a.zip, application/x-zip-compressed, application/x-zip-compressed",
    "hello, a.txt, text/plain; charset=utf-8, text/plain",
    "hello, a.bin, no type at all, application/octet-stream",
    "<!DOCTYPE html>, a.html, text/html, text/html",
  })
  void aClaimStandsWhereTheBytesDoNotSpeakAgainstIt(
      String head, String name, String claimed, String type) {
    assertThat(kind(head, name, claimed).mediaType()).isEqualTo(type);
    assertThat(kind(head, name, claimed).warnings()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "MZ, bild.png, image/png, application/x-executable",
    "%PDF-1.4, bild.png, image/png, application/pdf",
    "hello, bild.png, image/png, application/octet-stream",
    "<svg onload=x()>, bild.png, image/png, image/svg+xml",
    "<?xml version='1.0'?><svg>, bild.jpg, image/jpeg, image/svg+xml",
  })
  void whatIsNotWhatItIsCalledIsTold(String head, String name, String claimed, String type) {
    assertThat(kind(head, name, claimed).mediaType()).isEqualTo(type);
    assertThat(kind(head, name, claimed).warnings()).contains(Warning.OTHER_TYPE);
  }

  @ParameterizedTest
  @CsvSource({
    "MZ, a.dat",
    "\177ELF, a",
    "#!/bin/sh, a.txt",
    "hello, a.EXE",
    "PK\3\4, faktura.pdf.js"
  })
  void programsAreCalledThat(String head, String name) {
    assertThat(kind(head, name, "application/octet-stream").warnings()).contains(Warning.PROGRAM);
  }

  @Test
  void onlyFourKindsOfPicturesAreDrawn() {
    assertThat(FileKind.picture("RIFF....WEBPVP8 ".getBytes(StandardCharsets.ISO_8859_1)))
        .contains("image/webp");
    assertThat(FileKind.picture("RIFF....WAVEfmt ".getBytes(StandardCharsets.ISO_8859_1)))
        .isEmpty();
    assertThat(FileKind.picture("<svg>".getBytes(StandardCharsets.ISO_8859_1))).isEmpty();
    assertThat(FileKind.picture(new byte[0])).isEmpty();
  }
}
