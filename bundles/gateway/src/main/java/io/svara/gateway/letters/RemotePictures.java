package io.svara.gateway.letters;

import java.util.List;

/**
 * The pictures of a letter that lie elsewhere.
 *
 * @param count how often one would be shown
 * @param hosts whom fetching them would tell that somebody reads; the first twenty by name
 */
public record RemotePictures(int count, List<String> hosts) {
  public RemotePictures {
    hosts = List.copyOf(hosts);
  }
}
