package io.svara.gateway.problem;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * RFC 9457: what went wrong, for programs and for people.
 *
 * @param type {@code about:blank}: the status says which kind it is
 * @param title the status in words
 * @param detail what happened, to what, and what to do
 * @param instance the path that was asked for
 * @param retryAfter seconds to wait, for the header of that name
 * @param more members besides
 */
@JsonPropertyOrder({"type", "title", "status", "detail", "instance"})
public record Problem(
    String type,
    String title,
    int status,
    String detail,
    Optional<String> instance,
    @JsonIgnore Optional<Integer> retryAfter,
    @JsonIgnore Map<String, Object> more) {
  /** The media type. */
  public static final String MEDIA_TYPE = "application/problem+json";

  public Problem {
    more = Collections.unmodifiableMap(new LinkedHashMap<>(more));
  }

  public static Problem of(int status, String detail) {
    return new Problem(
        "about:blank",
        Titles.of(status),
        status,
        detail,
        Optional.empty(),
        Optional.empty(),
        Map.of());
  }

  public Problem at(String path) {
    return new Problem(type, title, status, detail, Optional.of(path), retryAfter, more);
  }

  public Problem retryAfter(int seconds) {
    return new Problem(type, title, status, detail, instance, Optional.of(seconds), more);
  }

  /** With one more member. */
  public Problem with(String name, Object value) {
    Map<String, Object> members = new LinkedHashMap<>(more);
    members.put(name, value);
    return new Problem(type, title, status, detail, instance, retryAfter, members);
  }

  @JsonAnyGetter
  Map<String, Object> members() {
    return more;
  }
}
