package io.svara.engine.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.type.TypeFactory;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.svara.api.channel.WebhookAuthentication;
import io.svara.engine.journal.Entry;
import java.io.IOException;
import java.util.Optional;

/** How events and the rows of views are written: JSON, for it outlives us. */
public final class Codec {
  private final ObjectMapper mapper =
      JsonMapper.builder()
          // A type cache of its own: the shared one would hold on to classes of plugins.
          .typeFactory(TypeFactory.defaultInstance().withClassLoader(Codec.class.getClassLoader()))
          .addModule(new Jdk8Module())
          .addModule(new JavaTimeModule())
          .serializationInclusion(JsonInclude.Include.NON_ABSENT)
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .addMixIn(WebhookAuthentication.class, AuthenticationByType.class)
          .build();

  /** The value as JSON. */
  public byte[] write(Object value) {
    try {
      return mapper.writeValueAsBytes(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(
          "A "
              + value.getClass().getSimpleName()
              + " cannot be written as JSON; its type is at fault.",
          e);
    }
  }

  /** Reads what {@link #write} wrote. */
  public <T> T read(byte[] json, Class<T> type) {
    try {
      return mapper.readValue(json, type);
    } catch (IOException e) {
      throw new IllegalStateException(
          "What is stored as " + type.getSimpleName() + " is none; the journal or view is damaged.",
          e);
    }
  }

  /**
   * The event of an entry; empty when it was redacted, or is of a kind that is not the engine's.
   */
  public Optional<Event> event(Entry entry) {
    return Kinds.type(entry.kind())
        .flatMap(type -> entry.payload().map(payload -> (Event) read(payload, type)));
  }

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
  @JsonSubTypes({
    @JsonSubTypes.Type(value = WebhookAuthentication.None.class, name = "none"),
    @JsonSubTypes.Type(value = WebhookAuthentication.Hmac.class, name = "hmac"),
    @JsonSubTypes.Type(value = WebhookAuthentication.Token.class, name = "token")
  })
  private interface AuthenticationByType {}
}
