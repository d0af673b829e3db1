package io.svara.engine.presence;

import io.svara.api.channel.Capability;
import io.svara.engine.automatic.Acknowledging;
import io.svara.engine.desk.Refused;
import io.svara.engine.plugins.Definition;
import io.svara.engine.plugins.Definition.Setting;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Settings, parted into what may be written down and what may not.
 *
 * @param open without secrets
 * @param secrets what goes to the secret store, a reference such as {@code $[env:TOKEN]} too: the
 *     store knows what it stands for
 */
record Form(
    Definition definition, String channel, Map<String, String> open, Map<String, String> secrets) {
  private static final String CHANNEL = "channel";

  /** Of accounts only: the engine reads it itself. */
  private static final String ENDPOINT = "endpoint";

  static Form of(
      Definition definition,
      String name,
      Map<String, String> given,
      boolean endpoint,
      List<String> held) {
    Map<String, String> open = new LinkedHashMap<>();
    Map<String, String> secrets = new LinkedHashMap<>();
    List<Setting> fields = endpoint ? definition.endpointSettings() : account(definition);
    given.forEach(
        (key, value) -> {
          Optional<Setting> field = fields.stream().filter(f -> f.name().equals(key)).findFirst();
          if (field.isEmpty() && !key.equals(CHANNEL) && (endpoint || !key.equals(ENDPOINT))) {
            // It might be a misspelt secret, and would be in the journal for good.
            throw undeclared(key, name, fields);
          }
          if (value != null && !value.isBlank()) {
            (field.filter(Setting::secret).isPresent() ? secrets : open).put(key, value);
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
        definition, definition.descriptor().channel(), Map.copyOf(open), Map.copyOf(secrets));
  }

  /** An account's fields: the connector's, and what the core itself does for such a channel. */
  static List<Setting> account(Definition definition) {
    boolean answers = definition.descriptor().capabilities().contains(Capability.PRIVATE_REPLY);
    return Stream.concat(
            definition.accountSettings().stream(),
            answers ? Acknowledging.settings().stream() : Stream.of())
        .toList();
  }

  private static Refused undeclared(String key, String name, List<Setting> fields) {
    return Refused.invalid(
        "'"
            + key
            + "' is not a setting that the connector of "
            + name
            + " has; leave it out, or mean one of "
            + Stream.concat(Stream.of(CHANNEL), fields.stream().map(Setting::name))
                .distinct()
                .collect(Collectors.joining(", "))
            + ".");
  }

  /** All secrets that there are, old ones that were left out now included. */
  List<String> secretNames(List<String> before) {
    TreeSet<String> names = new TreeSet<>(before);
    names.addAll(secrets.keySet());
    return List.copyOf(names);
  }
}
