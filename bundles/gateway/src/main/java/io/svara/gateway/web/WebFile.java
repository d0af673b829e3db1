package io.svara.gateway.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;

/**
 * A static file, ready to be sent.
 *
 * @param packed the bytes packed by gzip, where that is worth it
 * @param tag a strong validator, the same for the same bytes
 * @param policy its Content-Security-Policy
 */
@SuppressWarnings(
    "ArrayRecordComponent") // Nobody compares files; they are told apart by their tag.
record WebFile(String type, byte[] plain, Optional<byte[]> packed, String tag, String policy) {
  private static final int WORTH_PACKING = 1024;

  static WebFile of(String path, byte[] bytes) {
    String type = MediaTypes.of(path);
    boolean page = type.startsWith("text/html");
    return new WebFile(
        type,
        bytes,
        MediaTypes.isText(type) && bytes.length >= WORTH_PACKING
            ? Optional.of(pack(bytes))
            : Optional.empty(),
        tag(bytes),
        page ? ContentPolicy.of(new String(bytes, StandardCharsets.UTF_8)) : ContentPolicy.NOTHING);
  }

  private static byte[] pack(byte[] bytes) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream(bytes.length / 3);
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException("Packing in memory failed, which it cannot.", e);
    }
    return packed.toByteArray();
  }

  private static String tag(byte[] bytes) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
      return Base64.getUrlEncoder().withoutPadding().encodeToString(digest).substring(0, 22);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256; this one does not.", e);
    }
  }
}
