package io.svara.gateway.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import java.io.IOException;
import java.time.Duration;

/** Writes a duration as whole seconds. */
final class Seconds extends StdSerializer<Duration> {
  private static final long serialVersionUID = 1L;

  Seconds() {
    super(Duration.class);
  }

  @Override
  public void serialize(Duration value, JsonGenerator json, SerializerProvider provider)
      throws IOException {
    json.writeNumber(value.toSeconds());
  }
}
