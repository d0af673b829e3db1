package io.svara.testing.conformance;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.felix.metatype.AD;
import org.apache.felix.metatype.Designate;
import org.apache.felix.metatype.MetaData;
import org.apache.felix.metatype.MetaDataReader;
import org.apache.felix.metatype.OCD;
import org.osgi.service.metatype.AttributeDefinition;

/**
 * The form of an account or endpoint, as the Metatype definition in the plugin declares it under
 * {@code io.svara.account.CHANNEL} or {@code io.svara.endpoint.CHANNEL}.
 *
 * @param fields by name; none where there is no such form
 */
record Form(Map<String, Field> fields) {

  /** One field. */
  record Field(boolean secret, boolean required, Optional<String> fallback) {}

  static Form of(Plugin plugin, String id) {
    return plugin.files(root -> new Form(fields(root.resolve("OSGI-INF/metatype"), id)));
  }

  private static Map<String, Field> fields(Path folder, String id) throws IOException {
    if (!Files.isDirectory(folder)) {
      return Map.of();
    }
    Map<String, Field> fields = new TreeMap<>();
    try (Stream<Path> documents = Files.list(folder)) {
      for (Path document : documents.filter(Files::isRegularFile).toList()) {
        try (InputStream in = Files.newInputStream(document)) {
          MetaData data = new MetaDataReader().parse(in);
          if (data != null) {
            definitions(data, id).forEach(field -> fields.put(field.getID(), field(field)));
          }
        }
      }
    }
    return fields;
  }

  @SuppressWarnings("unchecked") // The library is older than type parameters.
  private static Collection<AD> definitions(MetaData data, String id) {
    Map<String, OCD> forms = data.getObjectClassDefinitions();
    List<Designate> uses = data.getDesignates();
    if (forms == null || uses == null) {
      return List.of();
    }
    return uses.stream()
        .filter(use -> id.equals(use.getFactoryPid()) && use.getObject() != null)
        .map(use -> forms.get(use.getObject().getOcdRef()))
        .filter(form -> form != null && form.getAttributeDefinitions() != null)
        .flatMap(form -> ((Map<String, AD>) form.getAttributeDefinitions()).values().stream())
        .toList();
  }

  private static Field field(AD field) {
    String[] fallback = field.getDefaultValue();
    return new Field(
        field.getType() == AttributeDefinition.PASSWORD,
        field.isRequired(),
        fallback == null || fallback.length == 0
            ? Optional.empty()
            : Optional.of(String.join(",", fallback)));
  }
}
