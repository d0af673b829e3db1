package io.svara.host.http;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** A block of addresses in the notation of RFC 4632: {@code 10.0.0.0/8}. */
final class Range {
  private final byte[] prefix;
  private final int bits;

  private Range(byte[] prefix, int bits) {
    this.prefix = prefix;
    this.bits = bits;
  }

  /** Reads a block; its address must be a literal, so that no name is looked up. */
  static Range of(String text) {
    int slash = text.indexOf('/');
    try {
      byte[] prefix = InetAddress.getByName(text.substring(0, slash)).getAddress();
      return new Range(prefix, Integer.parseInt(text.substring(slash + 1)));
    } catch (UnknownHostException wrong) {
      throw new IllegalArgumentException(text + " is no block of addresses.", wrong);
    }
  }

  boolean contains(byte[] address) {
    if (address.length != prefix.length) {
      return false;
    }
    int whole = bits / 8;
    for (int i = 0; i < whole; i++) {
      if (address[i] != prefix[i]) {
        return false;
      }
    }
    int rest = bits % 8;
    int mask = 0xff << (8 - rest);
    return rest == 0 || ((address[whole] ^ prefix[whole]) & mask) == 0;
  }
}
