package io.svara.gateway.openapi;

import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.svara.gateway.json.WireNames;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import java.time.Duration;
import java.util.Iterator;

/** Describes types as our JSON writes them, where the library does not see it by itself. */
final class WireTypes implements ModelConverter {
  private final ObjectMapper mapper;

  WireTypes(ObjectMapper mapper) {
    this.mapper = mapper;
  }

  @Override
  public Schema<?> resolve(
      AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> chain) {
    if (type.getType() == null) {
      // The library loses the type of an OptionalInt that is a property.
      return new IntegerSchema();
    }
    JavaType known = mapper.constructType(type.getType());
    if (known.hasRawClass(Duration.class)) {
      return new IntegerSchema().description("seconds");
    } else if (known.isEnumType()) {
      return names(known.getRawClass());
    }
    return chain.hasNext() ? chain.next().resolve(type, context, chain) : null;
  }

  private static Schema<?> names(Class<?> type) {
    StringSchema names = new StringSchema();
    for (Object constant : type.getEnumConstants()) {
      names.addEnumItem(WireNames.of((Enum<?>) constant));
    }
    return names;
  }
}
