package io.svara.engine.desk;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** How sending a text stands, and the one table of its moves. */
public enum ReplyState {
  /** No guard runs; it waits for a verdict. */
  WAITING_FOR_GUARD,
  /** The guard asks for a second person. */
  WAITING_FOR_APPROVAL,
  /** The guard forbids it. */
  STOPPED,
  /**
   * In the outbox, for the account's turn, the connector, or a pause that the platform asked for.
   */
  QUEUED,
  /** Handed to the connector; no receipt yet. */
  SENDING,
  /** The platform has it. */
  SENT,
  /** The platform refused it. */
  REJECTED,
  /** It may have arrived; a person or the platform must tell. */
  UNKNOWN,
  /** Taken back before it was sent. */
  WITHDRAWN;

  private static final Map<ReplyState, Set<ReplyState>> MOVES = new EnumMap<>(ReplyState.class);

  static {
    MOVES.put(WAITING_FOR_GUARD, EnumSet.of(WAITING_FOR_APPROVAL, STOPPED, QUEUED, WITHDRAWN));
    MOVES.put(WAITING_FOR_APPROVAL, EnumSet.of(QUEUED, WITHDRAWN));
    MOVES.put(STOPPED, EnumSet.of(WITHDRAWN));
    MOVES.put(QUEUED, EnumSet.of(SENDING, STOPPED, WITHDRAWN));
    MOVES.put(SENDING, EnumSet.of(SENT, REJECTED, UNKNOWN, QUEUED));
    MOVES.put(UNKNOWN, EnumSet.of(SENT, REJECTED, QUEUED));
    MOVES.put(REJECTED, EnumSet.of(QUEUED, WITHDRAWN));
    MOVES.put(SENT, EnumSet.noneOf(ReplyState.class));
    MOVES.put(WITHDRAWN, EnumSet.noneOf(ReplyState.class));
  }

  /** Whether the move is legal. */
  public boolean mayBecome(ReplyState next) {
    return MOVES.get(this).contains(next);
  }
}
