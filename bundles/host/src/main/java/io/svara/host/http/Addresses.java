package io.svara.host.http;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Which addresses belong to the public Internet. What does not is refused unless somebody granted
 * it: it is where an attacker who can choose a URL would like to go.
 *
 * <p>From the IANA registries of special-purpose addresses for IPv4 and IPv6 (RFC 6890 and its
 * updates) and the multicast blocks (RFC 5771, RFC 4291).
 */
final class Addresses {
  private static final List<Range> SPECIAL_4 =
      ranges(
          "0.0.0.0/8",
          "10.0.0.0/8",
          "100.64.0.0/10",
          "127.0.0.0/8",
          "169.254.0.0/16",
          "172.16.0.0/12",
          "192.0.0.0/24",
          "192.0.2.0/24",
          "192.168.0.0/16",
          "198.18.0.0/15",
          "198.51.100.0/24",
          "203.0.113.0/24",
          "224.0.0.0/4",
          "240.0.0.0/4");

  /** All of IPv6 that is handed out for unicast; the rest is special. */
  private static final Range GLOBAL_6 = Range.of("2000::/3");

  private static final List<Range> SPECIAL_6 =
      ranges("2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20");

  /** Holds an IPv4 address in its last four bytes (RFC 6052). */
  private static final Range TRANSLATED = Range.of("64:ff9b::/96");

  private Addresses() {}

  static boolean isPublic(InetAddress address) {
    byte[] bytes = address.getAddress();
    if (bytes.length == 16 && TRANSLATED.contains(bytes)) {
      bytes = Arrays.copyOfRange(bytes, 12, 16);
    }
    if (bytes.length == 4) {
      return noneContains(SPECIAL_4, bytes);
    }
    return GLOBAL_6.contains(bytes) && noneContains(SPECIAL_6, bytes);
  }

  private static boolean noneContains(List<Range> ranges, byte[] address) {
    return ranges.stream().noneMatch(range -> range.contains(address));
  }

  private static List<Range> ranges(String... texts) {
    return Stream.of(texts).map(Range::of).toList();
  }
}
