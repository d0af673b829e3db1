package io.svara.channel.email.report;

import java.util.List;
import java.util.Optional;

/** What a program tells of a mail that we sent. */
public sealed interface Report {

  /** The mail that it is about, as far as the report shows it. */
  Original original();

  /**
   * It was not delivered, and no server tries any more.
   *
   * @param recipients each that it did not reach; at least one
   */
  record Bounce(List<Recipient> recipients, Original original) implements Report {
    public Bounce {
      recipients = List.copyOf(recipients);
    }
  }

  /**
   * It is not delivered yet, and a server still tries.
   *
   * @param recipients each that still waits; at least one
   */
  record Delayed(List<Recipient> recipients, Original original) implements Report {
    public Delayed {
      recipients = List.copyOf(recipients);
    }
  }

  /**
   * It arrived, or went on to a server that tells nothing of what becomes of it (RFC 3464, 2.3.3).
   *
   * @param recipients each that it reached; at least one
   */
  record Delivered(List<Recipient> recipients, Original original) implements Report {
    public Delivered {
      recipients = List.copyOf(recipients);
    }
  }

  /**
   * What became of it at its reader's (RFC 8098).
   *
   * @param by the reader's address
   * @param disposition {@code displayed}, {@code deleted}, {@code processed}, {@code dispatched} or
   *     another word of the reader's program, in lower case
   */
  record Read(Optional<String> by, String disposition, Original original) implements Report {

    /** Whether the reader, or their program, says that it was shown to them. */
    public boolean displayed() {
      return disposition.equals("displayed");
    }
  }

  /**
   * Its reader, or their provider, does not want it (RFC 5965).
   *
   * @param type {@code abuse}, {@code fraud}, {@code virus}, {@code not-spam}, {@code opt-out},
   *     {@code auth-failure} or another, in lower case. {@code not-spam} takes a complaint back,
   *     and {@code auth-failure} (RFC 6591) is a program's word about signatures, nobody's
   *     complaint
   * @param by who complains, where that is told: most providers hide it
   * @param agent the program that reports
   */
  record Complaint(String type, Optional<String> by, Optional<String> agent, Original original)
      implements Report {}
}
