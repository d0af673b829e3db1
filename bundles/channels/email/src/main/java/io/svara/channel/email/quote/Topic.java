package io.svara.channel.email.quote;

/** What a phrase is used for; the sections of the phrase files bear these names. */
enum Topic {
  /** The verb of an introduction: "wrote". */
  WROTE,
  /** Pronouns: with one beside the verb it is a sentence, not an introduction. */
  SELF,
  /** How an introduction of several lines begins: "On". */
  OPENER,
  FROM,
  SENT,
  DATE,
  TO,
  COPY,
  SUBJECT,
  /** Other fields that are copied into a block of header fields. */
  OTHER,
  /** "Original message", between dashes. */
  ORIGINAL,
  /** "Forwarded message", between dashes. */
  FORWARDED,
  /** Before the subject of a forwarded letter. */
  FORWARDING,
  /** Before the subject of an answer, where another language forwards with it. */
  ANSWERING,
  /** How the line begins that a telephone or a program adds. */
  DEVICE,
  /** "Best regards". */
  CLOSING,
  /** "Thanks": a closing only where a name stands below. */
  THANKS,
  /** What stands before a number or an address: "Tel". */
  CONTACT,
  /** Words of legal notices and of appeals to spare paper. */
  NOTICE,
  /** Lower-case words within names: "von". */
  PARTICLE
}
