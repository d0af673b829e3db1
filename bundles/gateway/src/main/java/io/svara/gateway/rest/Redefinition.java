package io.svara.gateway.rest;

import io.svara.engine.desk.Presence.Account;
import io.svara.engine.desk.Refused;
import io.svara.engine.plugins.Definition;
import io.svara.engine.plugins.Definition.Setting;
import io.svara.gateway.problem.Texts;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What of an account cannot be changed over the network. Whoever may define accounts need not know
 * their secrets, nor what is in the environment of this machine: so secrets are not sent to another
 * address unless they are given anew, and nothing that a setting refers to is looked up. Files may
 * do both, because whoever writes them can read the machine.
 *
 * @param before the account as it stands, if it does
 * @param definition of the channel that is given; empty where none is known
 * @param given the settings as wanted
 */
record Redefinition(
    Optional<Account> before, Optional<Definition> definition, Map<String, String> given) {
  private static final Pattern REFERENCE = Pattern.compile("\\$\\[(env|secret):[^\\]]+\\]");

  /**
   * @throws Refused when it is one of these
   */
  void check(String name, Locale language) {
    boolean redirects = before.map(this::redirects).orElse(false);
    if (redirects) {
      List<String> missing =
          before.get().secrets().stream()
              .filter(this::isSecret)
              .filter(secret -> Query.text(given.get(secret)).isEmpty())
              .toList();
      if (!missing.isEmpty()) {
        throw Refused.illegal(Texts.of(language, "secretsAnew", name, String.join(", ", missing)));
      }
    }
    String referring =
        given.entrySet().stream()
            .filter(setting -> setting.getValue() != null && !isSecret(setting.getKey()))
            .filter(setting -> REFERENCE.matcher(setting.getValue()).find())
            .filter(setting -> redirects || !stands(setting))
            .map(Map.Entry::getKey)
            .sorted()
            .collect(Collectors.joining(", "));
    if (!referring.isEmpty()) {
      throw Refused.illegal(Texts.of(language, "filesOnly", referring, name));
    }
  }

  private boolean redirects(Account account) {
    return !account.channel().equals(given.get("channel"))
        || definition.stream()
            .flatMap(known -> known.descriptor().hostSettings().stream())
            .anyMatch(host -> !value(host, account.settings()).equals(value(host, given)));
  }

  private Optional<String> value(String setting, Map<String, String> settings) {
    return Query.text(settings.get(setting))
        .or(
            () ->
                fields().stream()
                    .filter(field -> field.name().equals(setting))
                    .findFirst()
                    .flatMap(Setting::fallback));
  }

  private boolean isSecret(String setting) {
    return fields().stream().anyMatch(field -> field.secret() && field.name().equals(setting));
  }

  private List<Setting> fields() {
    return definition.map(Definition::accountSettings).orElse(List.of());
  }

  private boolean stands(Map.Entry<String, String> setting) {
    return before
        .map(account -> setting.getValue().equals(account.settings().get(setting.getKey())))
        .orElse(false);
  }
}
