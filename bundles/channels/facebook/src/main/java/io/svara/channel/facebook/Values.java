package io.svara.channel.facebook;

import io.svara.api.message.Tree;
import java.math.BigDecimal;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** Values in the several ways that Facebook writes them. */
final class Values {

  /** Graph answers write {@code 2018-07-07T04:35:18+0000}; the ISO form is taken as well. */
  private static final DateTimeFormatter WRITTEN =
      new DateTimeFormatterBuilder()
          .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
          .appendPattern("[XXX][XX][X]")
          .toFormatter(java.util.Locale.ROOT);

  private static final int LONGEST_ID = 512;
  private static final long FIRST_IN_MILLISECONDS = 100_000_000_000L;
  private static final long FIRST_IN_MICROSECONDS = 100_000_000_000_000L;

  private Values() {}

  /** An id, sent as a string or as a number; absent when blank or beyond all reason. */
  static Optional<String> id(Tree value) {
    return plain(value).map(String::strip).filter(id -> !id.isEmpty() && id.length() <= LONGEST_ID);
  }

  /** Words as they stand; absent when there are none. */
  static Optional<String> words(Tree value) {
    return value instanceof Tree.Text text ? Optional.of(text.value()) : Optional.empty();
  }

  /** A point in time: seconds, milliseconds or microseconds since 1970, or written out. */
  static Optional<Instant> time(Tree value) {
    return plain(value).map(String::strip).flatMap(Values::time);
  }

  /** A web address that something can be fetched from. */
  static Optional<URI> url(Tree value) {
    return words(value).flatMap(Values::url);
  }

  /** A whole number; absent when it is none. */
  static Optional<Integer> count(Tree value) {
    return plain(value).filter(text -> text.matches("\\d{1,9}")).map(Integer::valueOf);
  }

  private static Optional<Instant> time(String text) {
    if (text.matches("\\d{1,17}(\\.\\d{1,9})?")) {
      return counted(new BigDecimal(text).longValue());
    }
    try {
      return Optional.of(OffsetDateTime.parse(text, WRITTEN).toInstant());
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  private static Optional<Instant> counted(long since1970) {
    if (since1970 <= 0) {
      return Optional.empty();
    }
    if (since1970 < FIRST_IN_MILLISECONDS) {
      return Optional.of(Instant.ofEpochSecond(since1970));
    }
    return Optional.of(
        Instant.ofEpochMilli(
            since1970 < FIRST_IN_MICROSECONDS ? since1970 : Math.floorDiv(since1970, 1000L)));
  }

  private static Optional<URI> url(String text) {
    try {
      URI uri = new URI(text.strip());
      String scheme = uri.getScheme();
      boolean web = "https".equalsIgnoreCase(scheme) || "http".equalsIgnoreCase(scheme);
      return web && uri.getHost() != null ? Optional.of(uri) : Optional.empty();
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  /** A number like {@code 1e999999999} would become a text of a gigabyte: it is none to us. */
  private static Optional<String> plain(Tree value) {
    boolean sane =
        value
            .number()
            .map(number -> Math.abs((long) number.scale()) + number.precision() <= LONGEST_ID)
            .orElse(true);
    return sane ? value.text() : Optional.empty();
  }
}
