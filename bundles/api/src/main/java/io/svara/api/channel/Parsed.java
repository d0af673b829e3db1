package io.svara.api.channel;

import java.util.List;

/** The outcome of reading one delivery. */
public sealed interface Parsed {

  /**
   * It was understood; each thing that it told is one item, in the platform's order. Things of no
   * interest are items too ({@link Inbound.Ignored}), so that a person can see that they were seen.
   */
  record Items(List<Inbound> items) implements Parsed {
    public Items {
      items = List.copyOf(items);
    }
  }

  /**
   * More is needed from the platform before it can be understood. The host makes the calls, keeps
   * the answers, and parses again with {@link RawDelivery#answers()}.
   *
   * @param account the platform's id of the account whose settings and secrets the calls use
   */
  record Needs(String account, List<Lookup> lookups) implements Parsed {
    public Needs {
      lookups = List.copyOf(lookups);
    }
  }

  /**
   * It cannot be understood; it goes to quarantine with this reason, and can be replayed by a later
   * version.
   */
  record Malformed(String reason) implements Parsed {}

  /**
   * A read-only question to the platform.
   *
   * @param name to find the answer by
   * @param path appended to the account's base address
   */
  record Lookup(String name, String path) {}
}
