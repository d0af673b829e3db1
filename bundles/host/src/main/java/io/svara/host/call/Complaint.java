package io.svara.host.call;

/** What is wrong with a plugin, in the host's own words: they may be shown as they are. */
public final class Complaint extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public Complaint(String message) {
    super(message);
  }
}
