package io.svara.gateway.session;

import java.net.InetAddress;

/**
 * Addresses with a common beginning, as CIDR (RFC 4632) writes them.
 *
 * @param bits how many bits are common
 */
record Network(InetAddress base, int bits) {

  /**
   * Reads {@code 10.0.0.0/8}, or a single address.
   *
   * @throws IllegalArgumentException when it is neither
   */
  static Network of(String text) {
    int slash = text.indexOf('/');
    String address = slash < 0 ? text : text.substring(0, slash);
    InetAddress base = ClientAddress.literal(address).orElseThrow(() -> notOne(text));
    int all = base.getAddress().length * 8;
    if (slash < 0) {
      return new Network(base, all);
    }
    String length = text.substring(slash + 1);
    if (!length.matches("[0-9]{1,3}") || Integer.parseInt(length) > all) {
      throw notOne(text);
    }
    return new Network(base, Integer.parseInt(length));
  }

  boolean contains(InetAddress address) {
    byte[] one = base.getAddress();
    byte[] other = address.getAddress();
    if (one.length != other.length) {
      return false;
    }
    for (int bit = 0; bit < bits; bit++) {
      int mask = 0x80 >> (bit % 8);
      if ((one[bit / 8] & mask) != (other[bit / 8] & mask)) {
        return false;
      }
    }
    return true;
  }

  private static IllegalArgumentException notOne(String text) {
    return new IllegalArgumentException(
        "trustedProxies in etc/io.svara.gateway.cfg: '"
            + text
            + "' is no network; write it as 10.0.0.0/8 or 192.0.2.1.");
  }
}
