package io.svara.api.message;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a letter has besides its text: e-mail, and whatever else is written like it. Its text is
 * what the author wrote now; what stands below it is {@code folded} and never lost.
 *
 * @param subject as its author wrote it; may be empty
 * @param to whom it was addressed to, our own address among them
 * @param copies who else got it openly
 * @param answersTo whom its author wants answers to go to; empty for the author alone
 * @param html the whole letter as HTML, just as it came; the core makes it safe before anybody sees
 *     it
 * @param folded quoted letters and signature, which the author did not write now; may be empty
 * @param marks what kind of letter it is
 * @param token what the reply address or a reference holds of {@link
 *     io.svara.api.channel.Outbound#token()}, unchecked: the core knows whether it is its own, and
 *     then it decides to which conversation the letter belongs
 * @param references platform ids of letters of the same conversation, the most certain first: the
 *     engine joins the conversation of the first that it knows
 * @param aliases names under which the conversation may be found later by letters that refer to
 *     nothing, such as author and subject together
 * @param resembles aliases under which an earlier conversation of the same author may stand; looked
 *     at last, and only while that conversation is not closed
 */
public record Letter(
    String subject,
    List<Handle> to,
    List<Handle> copies,
    List<Handle> answersTo,
    Optional<String> html,
    String folded,
    Set<Mark> marks,
    Optional<String> token,
    List<String> references,
    List<String> aliases,
    List<String> resembles) {
  public Letter {
    to = List.copyOf(to);
    copies = List.copyOf(copies);
    answersTo = List.copyOf(answersTo);
    marks = Set.copyOf(marks);
    references = List.copyOf(references);
    aliases = List.copyOf(aliases);
    resembles = List.copyOf(resembles);
  }

  /** What an agent should know of a letter before reading it. */
  public enum Mark {
    /**
     * A machine wrote it, as an answer or by itself: it wakes nobody up, and no automatic answer
     * goes to it.
     */
    AUTOMATIC,
    /** It came by a mailing list or in bulk; no automatic answer goes to it. */
    BULK,
    /** Its content is encrypted and was not opened here. */
    ENCRYPTED,
    /** It carries a signature, which was not verified here. */
    SIGNED,
    /** It was forwarded: what stands below is another author's. */
    FORWARDED,
    /** A part of it could not be read as it was meant; the raw delivery has all of it. */
    DAMAGED,
    /** More came than is taken in; the rest is still with the platform. */
    CUT_SHORT
  }
}
