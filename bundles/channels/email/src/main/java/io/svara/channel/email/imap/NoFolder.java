package io.svara.channel.email.imap;

import java.util.List;

/** The mailbox has no folder of that name. */
public final class NoFolder extends Exception {
  private static final long serialVersionUID = 1L;

  private final String folder;
  private final transient List<String> there;

  NoFolder(String folder, List<String> there) {
    super("The mailbox has no folder " + folder + "; it has: " + String.join(", ", there) + ".");
    this.folder = folder;
    this.there = List.copyOf(there);
  }

  /** The name that was asked for. */
  public String folder() {
    return folder;
  }

  /** The names that there are. */
  public List<String> there() {
    return there;
  }
}
