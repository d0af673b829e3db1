package io.svara.api.message;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A JSON value as a platform sent it: immutable, and safe to walk without a check at each step. A
 * path that does not exist gives {@link Nothing}, never an exception, because what a platform omits
 * is not an error.
 *
 * <p>The host parses; a plugin only reads. Numbers keep their digits, so that a platform's 64-bit
 * and longer ids survive.
 */
public sealed interface Tree {

  /** An object; the order of its members is the sender's. */
  record Branch(Map<String, Tree> members) implements Tree {
    public Branch {
      members = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(members));
    }

    @Override
    public Tree at(String name) {
      return members.getOrDefault(name, Nothing.NOTHING);
    }
  }

  /** An array. */
  record Row(List<Tree> items) implements Tree {
    public Row {
      items = List.copyOf(items);
    }

    @Override
    public List<Tree> each() {
      return items;
    }
  }

  /** A string. */
  record Text(String value) implements Tree {
    @Override
    public Optional<String> text() {
      return Optional.of(value);
    }
  }

  /** A number, with all the digits that were sent. */
  record Digits(BigDecimal value) implements Tree {
    /** Written out where that is short: 1e999999999 must not become a gigabyte of zeros. */
    private static final int WRITTEN_OUT = 100;

    @Override
    public Optional<String> text() {
      return Optional.of(
          Math.abs((long) value.scale()) <= WRITTEN_OUT ? value.toPlainString() : value.toString());
    }

    @Override
    public Optional<BigDecimal> number() {
      return Optional.of(value);
    }
  }

  /** True or false. */
  record Flag(boolean value) implements Tree {
    @Override
    public Optional<String> text() {
      return Optional.of(Boolean.toString(value));
    }

    @Override
    public Optional<Boolean> flag() {
      return Optional.of(value);
    }
  }

  /** JSON's null, and whatever is not there. */
  enum Nothing implements Tree {
    NOTHING
  }

  /** The member of that name, or {@link Nothing} where there is none or this is no object. */
  default Tree at(String name) {
    return Nothing.NOTHING;
  }

  /** The elements of an array; empty for everything else. */
  default List<Tree> each() {
    return List.of();
  }

  /** A string as it is, a number or flag as its JSON text: platforms send ids as either. */
  default Optional<String> text() {
    return Optional.empty();
  }

  /** The number, exact. */
  default Optional<BigDecimal> number() {
    return Optional.empty();
  }

  /** The flag. */
  default Optional<Boolean> flag() {
    return Optional.empty();
  }

  /**
   * The text or number, where it can be the name of something: not blank, and at most 1,000
   * characters; never a flag. What a platform sends by mistake then becomes no message's, thread's
   * or person's id.
   */
  default Optional<String> id() {
    return flag().isPresent()
        ? Optional.empty()
        : text().filter(text -> !text.isBlank() && text.length() <= Limits.LONGEST_ID);
  }

  /** The moment, where this is a number of seconds since 1970 that falls before the year 10000. */
  default Optional<Instant> epochSeconds() {
    return number()
        .filter(seconds -> seconds.signum() >= 0 && seconds.compareTo(Limits.LAST_SECOND) <= 0)
        .map(seconds -> Instant.ofEpochSecond(seconds.longValue()));
  }

  /** As {@link #epochSeconds()}, of milliseconds. */
  default Optional<Instant> epochMillis() {
    return number()
        .filter(millis -> millis.signum() >= 0 && millis.compareTo(Limits.LAST_MILLISECOND) <= 0)
        .map(millis -> Instant.ofEpochMilli(millis.longValue()));
  }

  /** Whether there is a value other than null here. */
  default boolean present() {
    return this != Nothing.NOTHING;
  }

  /** Makes an object of alternating names and values, for requests that a plugin sends. */
  static Branch branch(Map<String, ? extends Tree> members) {
    return new Branch(new java.util.LinkedHashMap<>(members));
  }

  /** Makes a string value. */
  static Tree of(String value) {
    return new Text(value);
  }
}
