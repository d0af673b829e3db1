package io.svara.testing.platforms.facebook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One kind of node in the Graph API: which fields the vendor documents, which come without being
 * asked for, and where those that this fake models come from. A documented field that is not
 * modelled is left out, as an empty one is; an undocumented one is an error, so that a misspelt
 * field shows.
 */
final class NodeType<T> {
  private final String name;
  private final Set<String> documented;
  private final List<String> defaults;
  private final Map<String, Source<T>> sources = new LinkedHashMap<>();

  /** Where a field's value comes from; null for a field that is empty here. */
  interface Source<T> {
    JsonNode value(T node, FieldSelection.Field field);
  }

  NodeType(String name, String documented, String defaults) {
    this.name = name;
    this.documented = Set.of(documented.split(","));
    this.defaults = List.of(defaults.split(","));
  }

  NodeType<T> field(String fieldName, Source<T> source) {
    sources.put(fieldName, source);
    return this;
  }

  ObjectNode render(T node, FieldSelection selection) {
    ObjectNode rendered = MetaJson.object();
    List<FieldSelection.Field> wanted =
        selection.fields().isEmpty()
            ? defaults.stream()
                .map(each -> new FieldSelection.Field(each, Map.of(), FieldSelection.NOTHING))
                .toList()
            : selection.fields();
    for (FieldSelection.Field field : wanted) {
      if (!documented.contains(field.name())) {
        throw GraphError.unknownField(field.name(), name).toException();
      }
      put(rendered, node, field);
    }
    if (sources.containsKey("id")) {
      put(rendered, node, new FieldSelection.Field("id", Map.of(), FieldSelection.NOTHING));
    }
    return rendered;
  }

  private void put(ObjectNode rendered, T node, FieldSelection.Field field) {
    Source<T> source = sources.get(field.name());
    JsonNode value = source == null ? null : source.value(node, field);
    if (value != null && !value.isNull()) {
      rendered.set(field.name(), value);
    }
  }
}
