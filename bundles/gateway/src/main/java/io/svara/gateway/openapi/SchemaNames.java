package io.svara.gateway.openapi;

import io.swagger.v3.core.jackson.TypeNameResolver;
import java.util.Set;

/** Names schemas so that those of two resources do not become one: {@code CasesFound}. */
final class SchemaNames extends TypeNameResolver {
  @Override
  protected String getNameOfClass(Class<?> type) {
    Class<?> outer = type.getEnclosingClass();
    return outer == null
        ? type.getSimpleName()
        : outer.getSimpleName().replaceAll("Resource$", "") + type.getSimpleName();
  }

  @Override
  protected String nameForClass(Class<?> type, Set<Options> options) {
    return getNameOfClass(type);
  }
}
