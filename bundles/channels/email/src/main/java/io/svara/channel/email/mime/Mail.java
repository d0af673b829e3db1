package io.svara.channel.email.mime;

import io.svara.api.message.Letter;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One mail, read.
 *
 * @param root its tree
 * @param text what a reader of plain text sees: of the alternatives the plainest that has words,
 *     and where there is HTML only, its words; without quotations being cut
 * @param html what a reader of HTML sees, as it came, decoded by its charset; empty where the mail
 *     has none
 * @param files all that is neither: attachments, inline pictures, forwarded mails, calendar entries
 * @param marks {@code ENCRYPTED}, {@code SIGNED}, {@code DAMAGED} and {@code CUT_SHORT}, where they
 *     are true; the others are not for this reader to know
 * @param flaws what could not be read as it was meant, in words
 */
public record Mail(
    Part root,
    String text,
    Optional<String> html,
    List<Part> files,
    Set<Letter.Mark> marks,
    List<String> flaws) {}
