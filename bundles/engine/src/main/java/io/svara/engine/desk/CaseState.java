package io.svara.engine.desk;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** Where a case stands, and the one table of moves from state to state. */
public enum CaseState {
  /** Nobody has answered yet. */
  NEW,
  /** Somebody is at it, or the customer wrote again. */
  OPEN,
  /** Answered; the customer's turn. */
  WAITING,
  /** Put aside until a time. */
  SNOOZED,
  /** Done; a new word from the customer opens it again. */
  RESOLVED,
  /** Became part of another case; only undoing that brings it back. */
  MERGED;

  private static final Map<CaseState, Set<CaseState>> MOVES = new EnumMap<>(CaseState.class);

  static {
    MOVES.put(NEW, EnumSet.of(OPEN, WAITING, SNOOZED, RESOLVED, MERGED));
    MOVES.put(OPEN, EnumSet.of(WAITING, SNOOZED, RESOLVED, MERGED));
    MOVES.put(WAITING, EnumSet.of(OPEN, SNOOZED, RESOLVED, MERGED));
    MOVES.put(SNOOZED, EnumSet.of(OPEN, WAITING, RESOLVED, MERGED));
    MOVES.put(RESOLVED, EnumSet.of(OPEN, MERGED));
    MOVES.put(MERGED, EnumSet.of(OPEN));
  }

  /** The states that a case may move to from this one. */
  public Set<CaseState> moves() {
    return EnumSet.copyOf(MOVES.get(this));
  }

  /** Whether the move is legal. */
  public boolean mayBecome(CaseState next) {
    return MOVES.get(this).contains(next);
  }
}
