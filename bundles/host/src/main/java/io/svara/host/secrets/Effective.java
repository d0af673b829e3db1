package io.svara.host.secrets;

import io.svara.engine.plugins.AccountRef;
import io.svara.engine.plugins.Definition;
import io.svara.engine.secrets.Secrets;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * An account's settings as one call sees them: with the definition's defaults, and with what their
 * references stand for.
 *
 * @param values all of them, by name
 * @param configured those that somebody configured
 */
public record Effective(Map<String, String> values, Map<String, String> configured) {

  /**
   * @throws References.Dangling when a setting refers to what is not there
   */
  public static Effective of(AccountRef account, Definition definition, Secrets secrets)
      throws References.Dangling {
    References references =
        new References(
            name -> Optional.ofNullable(System.getenv(name)),
            name -> secret(account, secrets, name).or(() -> secrets.get("shared", name)));
    Map<String, String> configured = new HashMap<>();
    for (Map.Entry<String, String> setting : account.settings().entrySet()) {
      if (!setting.getValue().isBlank()) {
        configured.put(setting.getKey(), references.resolve(setting.getValue()));
      }
    }
    Map<String, String> values = new HashMap<>();
    for (Definition.Setting setting : definition.accountSettings()) {
      setting.fallback().ifPresent(fallback -> values.put(setting.name(), fallback));
    }
    values.putAll(configured);
    return new Effective(Map.copyOf(values), Map.copyOf(configured));
  }

  /** A secret of the account or, where it has none of that name, of its endpoint. */
  public static Optional<String> secret(AccountRef account, Secrets secrets, String name) {
    return secrets
        .get("account:" + account.name(), name)
        .or(() -> account.endpoint().flatMap(e -> secrets.get("endpoint:" + e, name)));
  }

  /** The values of those of these settings that have one. */
  public static Collection<String> named(Collection<String> names, Map<String, String> settings) {
    return names.stream().filter(settings::containsKey).map(settings::get).toList();
  }
}
