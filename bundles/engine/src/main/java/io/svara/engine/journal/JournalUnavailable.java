package io.svara.engine.journal;

/**
 * Nothing can be made durable now: a full disk, a folder that cannot be written. Nothing was
 * appended.
 */
public final class JournalUnavailable extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * @param message what happened and what the operator can do; without personal data
   */
  public JournalUnavailable(String message, Throwable cause) {
    super(message, cause);
  }

  public JournalUnavailable(String message) {
    super(message);
  }
}
