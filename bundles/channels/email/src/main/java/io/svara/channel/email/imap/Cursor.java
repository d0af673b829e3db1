package io.svara.channel.email.imap;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** How far each folder was read, as one line of text. */
record Cursor(Map<String, Place> places) {

  /** Reads what {@link #toString()} wrote; what is not understood is as if it were not there. */
  static Cursor of(Optional<String> text) {
    Map<String, Place> places = new LinkedHashMap<>();
    for (String one : text.orElse("").split(";")) {
      int equals = one.indexOf('=');
      if (equals > 0) {
        try {
          places.put(
              URLDecoder.decode(one.substring(0, equals), StandardCharsets.UTF_8),
              Place.parse(one.substring(equals + 1)));
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException strange) {
          // Then the folder is read from its start, and what is known is dropped.
        }
      }
    }
    return new Cursor(places);
  }

  Optional<Place> place(String folder) {
    return Optional.ofNullable(places.get(folder));
  }

  Cursor with(String folder, Place place) {
    Map<String, Place> all = new LinkedHashMap<>(places);
    all.put(folder, place);
    return new Cursor(all);
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    places.forEach(
        (folder, place) ->
            text.append(text.isEmpty() ? "" : ";")
                .append(URLEncoder.encode(folder, StandardCharsets.UTF_8))
                .append('=')
                .append(place));
    return text.toString();
  }
}
