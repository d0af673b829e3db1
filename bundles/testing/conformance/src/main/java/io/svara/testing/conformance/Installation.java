package io.svara.testing.conformance;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What somebody would configure so that a connector and its fake platform know each other, for
 * those who let both run in earnest.
 *
 * @param name of the endpoint
 * @param endpoint its settings and secrets; empty where nothing is posted to us
 * @param account the account's settings and secrets
 */
public record Installation(
    String name, Optional<Map<String, String>> endpoint, Map<String, String> account) {

  /**
   * By the forms that the plugin declares.
   *
   * @param secrets those that the platform was made with
   */
  public static Installation of(ChannelContract contract, Platform platform, Secrets secrets) {
    String channel = contract.channel().descriptor().channel();
    Plugin plugin = contract.plugin();
    Map<String, String> settings = platform.settings();
    Map<String, Form.Field> asked = plugin.form("io.svara.endpoint." + channel).fields();
    Map<String, String> endpoint = new TreeMap<>(settings);
    endpoint.keySet().retainAll(asked.keySet());
    endpoint.put("channel", channel);
    endpoint.putAll(secretsOf(asked, secrets));
    Map<String, String> account = new TreeMap<>(settings);
    account.put("channel", channel);
    account.putAll(secretsOf(plugin.form("io.svara.account." + channel).fields(), secrets));
    return new Installation(
        settings.getOrDefault("endpoint", channel),
        asked.isEmpty() ? Optional.empty() : Optional.of(Map.copyOf(endpoint)),
        Map.copyOf(account));
  }

  private static Map<String, String> secretsOf(Map<String, Form.Field> form, Secrets secrets) {
    Map<String, String> values = new TreeMap<>();
    form.forEach(
        (name, field) -> {
          if (field.secret()) {
            values.put(name, secrets.of(name));
          }
        });
    return values;
  }

  /** Without the secrets, since tests print what they compare. */
  @Override
  public String toString() {
    return "Installation[" + name + "]";
  }
}
