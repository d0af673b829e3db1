package io.svara.testing.mailservers;

/** What the servers are spoken with on. */
public enum Port {
  /** Where other mail servers hand mails in: for addresses that live here, without a login. */
  SMTP,
  /** Where people hand in what they send: with a login, in the clear or after STARTTLS. */
  SUBMISSION,
  /** The same with TLS from the first byte. */
  SUBMISSIONS,
  /** In the clear, or after STARTTLS. */
  IMAP,
  /** With TLS from the first byte. */
  IMAPS;

  /** How it is called in {@code postfix/master.cf} and {@code dovecot.conf}. */
  String key() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
