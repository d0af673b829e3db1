package io.svara.channel.email.report;

import java.util.Optional;

/**
 * What became of a mail on its way to one recipient.
 *
 * @param address where it ended; empty where the report does not tell
 * @param written the address as the sender wrote it, where that is another (an alias, a forwarding)
 * @param status RFC 3463: {@code 5.1.1}; empty where no server told one
 * @param reply the reply code of SMTP: {@code 550}
 * @param permanent whether it is an error of class 5, that another try does not mend; a temporary
 *     one can still be final, where a server has tried for days
 * @param gone whether the address itself takes no mail, now or later: nobody has it, its host is
 *     unknown or takes none. Not so where the mailbox is full or this one mail was not liked
 * @param reason in the server's words; may be empty
 * @param remote the server that said so
 */
public record Recipient(
    Optional<String> address,
    Optional<String> written,
    Optional<String> status,
    Optional<String> reply,
    boolean permanent,
    boolean gone,
    String reason,
    Optional<String> remote) {

  /** 2, 4 or 5 (RFC 3463, 3.1), by the status, else the reply code, else by how it was judged. */
  public int statusClass() {
    return status
        .or(() -> reply)
        .map(code -> Character.digit(code.charAt(0), 10))
        .orElse(permanent ? 5 : 4);
  }
}
