package io.svara.testing.platforms;

import java.util.LinkedHashMap;
import java.util.Map;

/** What a fake platform answers to one request. */
public record Answer(int status, String contentType, String body, Map<String, String> headers) {

  public Answer {
    headers = Map.copyOf(headers);
  }

  /** A JSON text with the given status. */
  public static Answer json(int status, String body) {
    return of(status, "application/json; charset=UTF-8", body);
  }

  /** A page of HTML, 200. */
  public static Answer html(String body) {
    return of(200, "text/html; charset=UTF-8", body);
  }

  /** Any text with the given status and content type. */
  public static Answer of(int status, String contentType, String body) {
    return new Answer(status, contentType, body, Map.of());
  }

  /** Sends a browser on to {@code location} with a GET (303). */
  public static Answer seeOther(String location) {
    return of(303, "text/plain; charset=UTF-8", "").with("Location", location);
  }

  /** This answer with one header more. */
  public Answer with(String header, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(header, value);
    return new Answer(status, contentType, body, more);
  }
}
