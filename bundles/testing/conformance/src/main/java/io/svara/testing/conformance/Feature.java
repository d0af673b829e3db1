package io.svara.testing.conformance;

import io.svara.api.channel.Capability;
import io.svara.api.channel.Channel;
import io.svara.api.channel.ChannelDescriptor;
import io.svara.api.channel.LookingUp;
import io.svara.api.channel.Polling;
import io.svara.api.channel.Streaming;
import io.svara.api.channel.WebhookAuthentication;
import java.util.Optional;

/** What a platform may have or lack. A case that needs one which is not there does not run. */
public enum Feature {
  /** Answers where everyone reads them; told by the descriptor. */
  PUBLIC_REPLIES,
  /** Answers in private; told by the descriptor. */
  PRIVATE_REPLIES,
  /** Private answers to public messages; told by the descriptor. */
  HANDOFF,
  /** A private answer that stands at the public message which it answers. */
  HANDOFF_LINKS,
  /** Finding out what became of a delivery; told by the descriptor. */
  RECONCILING,
  /** Longest texts; told by the descriptor. */
  LIMITS,
  /** Windows in which one may answer; told by the descriptor. */
  WINDOWS,
  /** Deliveries that are posted to us; told by the descriptor. */
  WEBHOOKS,
  /** A question that is to be answered when the address is registered; told by the descriptor. */
  CHALLENGE,
  /** News that are asked for; told by the connector's type. */
  POLLING,
  /** News over a connection that we hold open; told by the connector's type. */
  STREAMING,
  /** Customers who answer in a conversation that exists. */
  REPLIES,
  /** What the account writes in the platform's own pages is told. */
  ECHOES,
  /** Customers change what they wrote. */
  EDITS,
  /** Customers take back what they wrote. */
  REMOVALS,
  /** Events of no consequence for support, such as likes. */
  REACTIONS,
  /** Events of which nobody knows yet. */
  UNKNOWN_EVENTS,
  /** Messages without a word. */
  EMPTY_TEXTS,
  /** Files and pictures. */
  ATTACHMENTS,
  /** Notices that name a message and leave out what it says; told by the connector's type. */
  LOOKUPS,
  /** Several things in one delivery. */
  BATCHES,
  /** Being certain that a text is not there, where it never arrived. */
  ABSENCES,
  /** Lists that come in pages. */
  PAGES,
  /** A limit on how often one may call, and a pause that the platform names. */
  RATE_LIMITS,
  /** Tokens whose time runs out. */
  EXPIRING_TOKENS,
  /** Tokens that are withdrawn. */
  REVOKED_TOKENS,
  /** Keys by which the platform knows a text that it took before. */
  IDEMPOTENCY_KEYS;

  /** What the connector says of it; empty where its descriptor has no word for it. */
  Optional<Boolean> declaredBy(Channel channel) {
    ChannelDescriptor told = channel.descriptor();
    return switch (this) {
      case PUBLIC_REPLIES -> can(told, Capability.PUBLIC_REPLY);
      case PRIVATE_REPLIES -> can(told, Capability.PRIVATE_REPLY);
      case HANDOFF -> can(told, Capability.PRIVATE_HANDOFF);
      case RECONCILING -> can(told, Capability.RECONCILE);
      case LIMITS -> Optional.of(!told.limits().isEmpty());
      case WINDOWS -> Optional.of(!told.windows().isEmpty());
      case WEBHOOKS -> Optional.of(!(told.webhook() instanceof WebhookAuthentication.None));
      case CHALLENGE -> Optional.of(Proof.challenge(told.webhook()).isPresent());
      case POLLING -> Optional.of(channel instanceof Polling);
      case STREAMING -> Optional.of(channel instanceof Streaming);
      case LOOKUPS -> Optional.of(channel instanceof LookingUp);
      default -> Optional.empty();
    };
  }

  private static Optional<Boolean> can(ChannelDescriptor told, Capability capability) {
    return Optional.of(told.capabilities().contains(capability));
  }
}
