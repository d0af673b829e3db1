package io.svara.channel.email.imap;

import java.util.OptionalLong;

/**
 * How far a folder was read.
 *
 * @param validity the folder's UIDVALIDITY: when it is another, its numbers mean other mails
 * @param last the UID of the last mail that was taken in
 * @param day on which the folder was last read to its end, in days since 1970: who must read again
 *     begins a while before it
 * @param since where older mails are passed over for now, the day from which they are not, else -1
 * @param until the UID up to which older mails are passed over
 */
record Place(long validity, long last, long day, long since, long until) {

  /** The beginning of a folder. */
  static Place atStart(long validity, OptionalLong since, long until) {
    return new Place(validity, 0, since.orElse(0), since.orElse(-1), since.isPresent() ? until : 0);
  }

  /** After one more mail. */
  Place after(long uid) {
    boolean passing = since >= 0 && uid < until;
    return new Place(validity, uid, day, passing ? since : -1, passing ? until : 0);
  }

  /** Where the UID up to which older mails are passed over was not known, and now is. */
  Place until(long uid) {
    return new Place(validity, last, day, since, uid);
  }

  /** The older mails are passed over. */
  Place passed() {
    return new Place(validity, Math.max(last, until), day, -1, 0);
  }

  /**
   * Read to its end, which is that UID at least: some mails may have gone before they were read.
   */
  Place atEnd(long uid, long today) {
    return new Place(validity, Math.max(last, uid), today, -1, 0);
  }

  /** Whether only mails since a day are wanted. */
  boolean passesOver() {
    return since >= 0 && last < until;
  }

  @Override
  public String toString() {
    String base = validity + ":" + last + ":" + day;
    return since >= 0 ? base + ":" + since + ":" + until : base;
  }

  static Place parse(String text) {
    String[] parts = text.split(":");
    return new Place(
        Long.parseLong(parts[0]),
        Long.parseLong(parts[1]),
        Long.parseLong(parts[2]),
        parts.length > 3 ? Long.parseLong(parts[3]) : -1,
        parts.length > 4 ? Long.parseLong(parts[4]) : 0);
  }
}
