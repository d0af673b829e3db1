package io.svara.api.channel;

/** What a platform lets an organisation do. */
public enum Capability {
  /** Answer where everyone can read it. */
  PUBLIC_REPLY,
  /** Answer in a private conversation. */
  PRIVATE_REPLY,
  /** Answer a public message in private, keeping the link between the two. */
  PRIVATE_HANDOFF,
  /** Find out what became of a delivery whose answer was lost. */
  RECONCILE
}
