package io.svara.engine.desk;

/** Who a message is from. */
public enum Direction {
  /** A customer. */
  IN,
  /** Us. */
  OUT,
  /** A colleague, to colleagues. */
  NOTE,
  /** The engine, about the case. */
  EVENT
}
