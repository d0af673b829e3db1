package io.svara.testing.conformance;

import io.svara.api.channel.ChannelDescriptor;
import io.svara.api.channel.OAuth;
import io.svara.api.channel.WebhookAuthentication.Challenge;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The account's form and the endpoint's together. */
final class Forms {
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{([A-Za-z0-9]+)}");

  private Forms() {}

  static Map<String, Form.Field> all(Trial trial) {
    Map<String, Form.Field> fields = new TreeMap<>(trial.endpointForm().fields());
    fields.putAll(trial.accountForm().fields());
    return fields;
  }

  /** Fields that the core reads, so the connector need not. */
  static Set<String> usedByTheCore(ChannelDescriptor told) {
    Set<String> names = new TreeSet<>(Set.of("channel", "endpoint", told.accountSetting()));
    Proof.secretSetting(told.webhook()).ifPresent(names::add);
    Proof.challenge(told.webhook()).map(Challenge::tokenSetting).ifPresent(names::add);
    if (!told.connections().isEmpty()) {
      names.addAll(Set.of(OAuth.SETTING, "clientId", "clientSecret"));
      told.connections()
          .forEach(
              connection -> {
                names.addAll(placeholders(connection.authorizationUri()));
                names.addAll(placeholders(connection.tokenUri()));
              });
    }
    return names;
  }

  private static Set<String> placeholders(String address) {
    return PLACEHOLDER
        .matcher(address)
        .results()
        .map(found -> found.group(1))
        .collect(Collectors.toSet());
  }
}
