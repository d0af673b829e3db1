package io.svara.gateway.letters;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Where a letter's pictures come from, counted as they are met. */
final class Sources {
  private static final int MOST_HOSTS = 20;

  private final InlinePictures inline;
  private final Pictures pictures;
  private final Set<String> hosts = new TreeSet<>();
  private int remote;

  Sources(InlinePictures inline, Pictures pictures) {
    this.inline = inline;
    this.pictures = pictures;
  }

  /** The address to show a picture by; null when it is not shown. */
  String shown(String written) {
    String address = WebLink.asBrowsersRead(written);
    String lower = address.substring(0, Math.min(address.length(), 5)).toLowerCase(Locale.ROOT);
    if (lower.startsWith("cid:")) {
      return inline.named(contentId(address.substring(4))).orElse(null);
    } else if (lower.startsWith("data:")) {
      return inline.written(address).orElse(null);
    }
    Optional<WebLink> link = WebLink.of(address);
    if (link.isEmpty()) {
      return null;
    }
    remote++;
    if (hosts.size() < MOST_HOSTS) {
      hosts.add(link.get().host());
    }
    return pictures == Pictures.SHOWN ? link.get().secured().toString() : null;
  }

  private static String contentId(String written) {
    try {
      // A plus is a plus in these addresses (RFC 2392), not a space.
      return URLDecoder.decode(written.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException notCoded) {
      return written;
    }
  }

  RemotePictures remote() {
    return new RemotePictures(remote, List.copyOf(hosts));
  }

  int missing() {
    return inline.missing();
  }
}
