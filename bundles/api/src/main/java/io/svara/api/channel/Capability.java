package io.svara.api.channel;

/** What a platform lets an organisation do. */
public enum Capability {
  /** Answer where everyone can read it. */
  PUBLIC_REPLY,
  /** Answer in a private conversation. */
  PRIVATE_REPLY,
  /**
   * Answer a public message in private: the platform takes a private text to its author. That it
   * refuses some of them is no reason not to declare it: such a text is {@link Receipt.Rejected}.
   * Where the platform keeps the link between the two, that is to be given to it ({@link
   * Outbound#replyTo()}).
   */
  PRIVATE_HANDOFF,
  /** Find out what became of a delivery whose answer was lost. */
  RECONCILE
}
