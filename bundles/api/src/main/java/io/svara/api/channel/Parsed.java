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
   * More is needed from the platform before it can be understood. The host has each question asked
   * ({@link LookingUp}), keeps the answers, and parses again with all that were given so far
   * ({@link RawDelivery#answers()}). Further needs may come of them; after three rounds it is a
   * failure of the connector.
   */
  record Needs(List<Lookup> lookups) implements Parsed {
    public Needs {
      lookups = List.copyOf(lookups);
      if (lookups.isEmpty()) {
        throw new IllegalArgumentException("Who needs something asks at least one question.");
      }
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
   * @param account the platform's id of the account as which to ask; where none of that id is
   *     defined, nobody is asked and the answer has status 0
   * @param name to find the answer by: one for each question of a delivery
   * @param question what to ask, in words that {@link LookingUp#lookUp} of every version of this
   *     connector understands, such as a path; never a secret
   */
  record Lookup(String account, String name, String question) {}
}
