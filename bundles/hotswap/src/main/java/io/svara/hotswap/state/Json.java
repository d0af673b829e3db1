package io.svara.hotswap.state;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.type.TypeFactory;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.svara.engine.plugins.Saying;
import java.io.IOException;

/** How this room's events and rows are written: only types of its own and of the ports. */
final class Json {
  private final ObjectMapper mapper =
      JsonMapper.builder()
          // A type cache of its own; the shared one outlives the bundles whose classes it saw.
          .typeFactory(TypeFactory.defaultInstance().withClassLoader(Json.class.getClassLoader()))
          .addModule(new Jdk8Module())
          .addModule(new JavaTimeModule())
          .serializationInclusion(JsonInclude.Include.NON_ABSENT)
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          // A newer Svara may have said what is not known here; see Parts.
          .withConfigOverride(
              Saying.class,
              said ->
                  said.setFormat(
                      JsonFormat.Value.empty()
                          .withFeature(JsonFormat.Feature.READ_UNKNOWN_ENUM_VALUES_AS_NULL)))
          .build();

  byte[] write(Object value) {
    try {
      return mapper.writeValueAsBytes(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(
          value.getClass().getSimpleName() + " cannot be written as JSON; its type is at fault.",
          e);
    }
  }

  <T> T read(byte[] json, Class<T> type) {
    try {
      return mapper.readValue(json, type);
    } catch (IOException e) {
      throw new IllegalStateException(
          "What is stored as " + type.getSimpleName() + " is none; rebuild the views.", e);
    }
  }
}
