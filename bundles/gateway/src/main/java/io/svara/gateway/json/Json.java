package io.svara.gateway.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.type.TypeFactory;
import com.fasterxml.jackson.databind.util.LRUMap;
import com.fasterxml.jackson.databind.util.LookupCache;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.UncheckedIOException;

/** The one way in which this room reads and writes JSON. Usable by any thread. */
public final class Json {
  private final ObjectMapper mapper = newMapper();

  /** A mapper as the REST interface uses it. */
  public static ObjectMapper newMapper() {
    return JsonMapper.builder()
        // A type cache of its own: the shared one would hold on to classes of bundles that are
        // gone.
        .typeFactory(TypeFactory.defaultInstance().withCache(typeCache()))
        .annotationIntrospector(new WireNames())
        .addModule(new Jdk8Module())
        .addModule(new JavaTimeModule())
        .addModule(new Shapes())
        .defaultPropertyInclusion(
            JsonInclude.Value.construct(JsonInclude.Include.NON_ABSENT, JsonInclude.Include.ALWAYS))
        .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
        .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS)
        .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
        .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
        .build();
  }

  private static LookupCache<Object, JavaType> typeCache() {
    return new LRUMap<>(16, 200);
  }

  /** The value as UTF-8 JSON. */
  public byte[] bytes(Object value) {
    try {
      return mapper.writeValueAsBytes(value);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(
          "A " + value.getClass().getName() + " cannot be written as JSON; its type is at fault.",
          e);
    }
  }

  /** Reads what {@link #bytes} wrote. */
  public <T> T read(byte[] json, Class<T> type) {
    try {
      return mapper.readValue(json, type);
    } catch (IOException e) {
      throw new UncheckedIOException(
          "What is stored as "
              + type.getSimpleName()
              + " cannot be read; the journal or the views"
              + " are damaged.",
          e);
    }
  }
}
