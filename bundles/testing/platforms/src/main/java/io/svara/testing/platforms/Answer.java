package io.svara.testing.platforms;

import java.io.IOException;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a fake platform answers to one request.
 *
 * @param live goes on after the headers, instead of the body
 */
public record Answer(
    int status, String contentType, String body, Map<String, String> headers, Optional<Live> live) {

  public Answer {
    headers = Map.copyOf(headers);
  }

  /** An answer that is written while time goes by. */
  @FunctionalInterface
  public interface Live {
    /**
     * Writes until the answer is at its end. Called on the thread of the request.
     *
     * @throws IOException when the reader left
     */
    void write(OutputStream out) throws IOException;
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
    return new Answer(status, contentType, body, Map.of(), Optional.empty());
  }

  /** An answer of 200 that goes on. */
  public static Answer live(String contentType, Live live) {
    return new Answer(200, contentType, "", Map.of(), Optional.of(live));
  }

  /** Sends a browser on to {@code location} with a GET (303). */
  public static Answer seeOther(String location) {
    return of(303, "text/plain; charset=UTF-8", "").with("Location", location);
  }

  /** This answer with one header more. */
  public Answer with(String header, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(header, value);
    return new Answer(status, contentType, body, more, live);
  }
}
