package io.svara.channel.email.net;

import java.io.IOException;

/** A connection stands, and cannot be made safe. */
public final class NotTrusted extends IOException {
  private static final long serialVersionUID = 1L;

  private final Reason reason;
  private final String subject;
  private final String fingerprint;

  /** What is wrong. */
  public enum Reason {
    /** What answered does not speak TLS. */
    NO_TLS,
    /** Nobody whom this machine knows vouches for it. */
    UNKNOWN,
    /** It is over, or not yet good. */
    EXPIRED,
    /** It is for another name. */
    OTHER_NAME,
    /** It is not the one that the account names. */
    NOT_THE_PINNED
  }

  NotTrusted(Reason reason, String subject, String fingerprint, String words, Throwable cause) {
    super(words, cause);
    this.reason = reason;
    this.subject = subject;
    this.fingerprint = fingerprint;
  }

  /** What is wrong. */
  public Reason reason() {
    return reason;
  }

  /** Whether somebody must act on the account; else it may be over by itself. */
  public boolean isForPeople() {
    return reason != Reason.NO_TLS && reason != Reason.EXPIRED;
  }

  /** Whom the certificate names; empty where none was shown. */
  public String subject() {
    return subject;
  }

  /** Its SHA-256, by which it can be pinned; empty where none was shown. */
  public String fingerprint() {
    return fingerprint;
  }
}
