package io.svara.journal.file;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The part of a record that can be destroyed: a mark, the salt, the bytes, a checksum. Destroyed,
 * it has the same length, another mark and nothing but zeros, so that whatever follows stays where
 * it is, and damage is never taken for destruction.
 */
sealed interface Payload {
  int SALT = 16;
  int MARK = 1;
  int CRC = 4;
  byte KEPT = 'P';
  byte DESTROYED = 'R';

  /** The bytes as they were given, under a salt that goes with them. */
  record Kept(byte[] salt, byte[] bytes) implements Payload {

    int checksum() {
      return Checksum.of(salt, bytes);
    }

    /** The digest for the header; without the salt it tells nothing about the bytes. */
    byte[] digest() {
      try {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(salt, "HmacSHA256"));
        return mac.doFinal(bytes);
      } catch (GeneralSecurityException e) {
        throw new IllegalStateException("This Java has no HmacSHA256, which every one must.", e);
      }
    }

    boolean matches(RecordHeader header) {
      return MessageDigest.isEqual(digest(), header.digest());
    }
  }

  /** Nothing is left. */
  record Destroyed() implements Payload {}

  /** Bytes on the disk of a payload with so many bytes. */
  static int length(int payloadLength) {
    return MARK + SALT + payloadLength + CRC;
  }

  /**
   * The payload that fills the buffer.
   *
   * @throws Damage when it is neither a sound payload nor a destroyed one
   */
  static Payload decode(ByteBuffer in) throws Damage {
    byte mark = in.get();
    byte[] salt = new byte[SALT];
    in.get(salt);
    byte[] bytes = new byte[in.remaining() - CRC];
    in.get(bytes);
    int checksum = in.getInt();
    if (mark == DESTROYED) {
      return new Destroyed();
    }
    Kept kept = new Kept(salt, bytes);
    if (mark != KEPT || checksum != kept.checksum()) {
      throw new Damage("The payload does not match its checksum");
    }
    return kept;
  }
}
