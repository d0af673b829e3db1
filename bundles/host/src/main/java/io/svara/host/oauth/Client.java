package io.svara.host.oauth;

import io.svara.api.channel.ChannelDescriptor;
import io.svara.api.channel.OAuth;
import io.svara.engine.desk.Refused;
import io.svara.engine.plugins.AccountRef;
import io.svara.engine.plugins.Definition;
import io.svara.engine.secrets.Secrets;
import io.svara.host.http.Grants;
import io.svara.host.secrets.Effective;
import io.svara.host.secrets.References.Dangling;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * What an account is connected with: the platform's addresses, and the client that the organisation
 * has registered there.
 *
 * @param grants where its tokens may be asked for
 * @param bound a digest of all that decides where tokens go: tokens of another are not used
 */
record Client(
    OAuth connection,
    URI authorize,
    URI token,
    Optional<URI> revoke,
    String id,
    Optional<String> secret,
    Grants grants,
    String bound) {

  /** The connection that the account's settings name; empty when they name none. */
  static Optional<OAuth> named(AccountRef account, Definition definition) {
    String configured = account.settings().getOrDefault(OAuth.SETTING, "");
    String wanted =
        configured.isBlank()
            ? definition.accountSettings().stream()
                .filter(setting -> setting.name().equals(OAuth.SETTING))
                .flatMap(setting -> setting.fallback().stream())
                .findFirst()
                .orElse("")
            : configured;
    return definition.descriptor().connections().stream()
        .filter(connection -> connection.id().equals(wanted))
        .findFirst();
  }

  /**
   * @param privately hosts that an operator allows to be in a private range
   * @throws Refused when a setting is missing or cannot be used; the message names it
   */
  static Client of(
      OAuth connection,
      AccountRef account,
      Definition definition,
      Secrets secrets,
      Set<String> privately) {
    ChannelDescriptor descriptor = definition.descriptor();
    Effective settings = effective(account, definition, secrets);
    Filled filled =
        new Filled(account.name(), settings.values(), Set.copyOf(descriptor.hostSettings()));
    URI authorize = filled.in(connection.authorizationUri());
    URI token = filled.in(connection.tokenUri());
    Optional<URI> revoke = connection.revocationUri().map(filled::in);
    String id =
        Optional.ofNullable(settings.values().get("clientId"))
            .orElseThrow(
                () ->
                    Refused.illegal(
                        "Account "
                            + account.name()
                            + " has no 'clientId': register Svara with "
                            + connection.title()
                            + " and enter what it gives you."));
    Grants grants =
        Grants.of(
            "The connection of account " + account.name(),
            Filled.fixedHosts(connection),
            Effective.named(descriptor.hostSettings(), settings.configured()),
            Effective.named(descriptor.hostSettings(), settings.values()),
            privately);
    TreeMap<String, String> places = new TreeMap<>();
    descriptor
        .hostSettings()
        .forEach(name -> places.put(name, settings.values().getOrDefault(name, "")));
    return new Client(
        connection,
        authorize,
        token,
        revoke,
        id,
        Effective.secret(account, secrets, "clientSecret"),
        grants,
        digest(
            List.of(account.channel(), connection.id(), token.toString(), id, places.toString())));
  }

  private static Effective effective(AccountRef account, Definition definition, Secrets secrets) {
    try {
      return Effective.of(account, definition, secrets);
    } catch (Dangling dangling) {
      throw Refused.illegal(
          "A setting of account " + account.name() + ": " + dangling.getMessage() + ".");
    }
  }

  private static String digest(List<String> parts) {
    try {
      byte[] all = String.join("\n", parts).getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(all));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("Every Java has SHA-256; this one does not.", impossible);
    }
  }

  /** The parameters of the authorization request that the connector adds. */
  Map<String, String> parameters() {
    return connection.parameters();
  }

  /** Without the secret. */
  @Override
  public String toString() {
    return "client " + id + " of " + connection.title();
  }
}
