package io.svara.engine.presence;

import io.svara.engine.desk.Refused;
import io.svara.engine.plugins.Definition;
import io.svara.engine.plugins.Definition.Setting;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * Settings, parted into what may be written down and what may not.
 *
 * @param open without secrets; a reference such as {@code $[env:TOKEN]} is none
 * @param secrets what goes to the secret store
 * @param references names of secrets that are given as references
 */
record Form(
    Definition definition,
    String channel,
    Map<String, String> open,
    Map<String, String> secrets,
    List<String> references) {

  static Form of(
      Definition definition,
      String name,
      Map<String, String> given,
      boolean endpoint,
      List<String> held) {
    Map<String, String> open = new LinkedHashMap<>();
    Map<String, String> secrets = new LinkedHashMap<>();
    List<String> references = new ArrayList<>();
    List<Setting> fields = endpoint ? definition.endpointSettings() : definition.accountSettings();
    given.forEach(
        (key, value) -> {
          boolean secret = fields.stream().anyMatch(f -> f.name().equals(key) && f.secret());
          if (value.isBlank()) {
            return;
          }
          if (secret && !value.startsWith("$[")) {
            secrets.put(key, value);
          } else {
            open.put(key, value);
            if (secret) {
              references.add(key);
            }
          }
        });
    for (Setting field : fields) {
      boolean there =
          open.containsKey(field.name())
              || secrets.containsKey(field.name())
              || field.fallback().isPresent()
              || (field.secret() && held.contains(field.name()));
      if (field.required() && !there) {
        throw Refused.invalid(
            "'" + field.name() + "' is missing for " + name + ": " + field.description());
      }
    }
    return new Form(
        definition, definition.descriptor().channel(), Map.copyOf(open), secrets, references);
  }

  /** All secrets that there are, old ones that were left out now included. */
  List<String> secretNames(List<String> before) {
    TreeSet<String> names = new TreeSet<>(before);
    names.addAll(secrets.keySet());
    names.addAll(references);
    return List.copyOf(names);
  }
}
