package io.svara.host.channel;

import io.svara.api.channel.AccountRefused;
import io.svara.api.channel.ChannelHost;
import io.svara.api.channel.Http.NoAnswer;
import io.svara.api.channel.Http.NotSent;
import io.svara.engine.plugins.AccountRef;
import io.svara.engine.secrets.Secrets;
import io.svara.host.secrets.Effective;
import java.util.Optional;
import java.util.Set;

/** The account of one call. */
final class CallAccount implements ChannelHost.Account {
  private final AccountRef account;
  private final Effective settings;
  private final Secrets secrets;
  private final Set<String> seen;
  private final CallStanding standing;
  private final Signing signing;

  /**
   * @param seen where the secrets that it hands out are noted, for the log to mask
   * @param signing how it signs in where it is connected by OAuth
   */
  CallAccount(
      AccountRef account,
      Effective settings,
      Secrets secrets,
      Set<String> seen,
      CallStanding standing,
      Signing signing) {
    this.account = account;
    this.settings = settings;
    this.secrets = secrets;
    this.seen = seen;
    this.standing = standing;
    this.signing = signing;
  }

  @Override
  public String name() {
    return account.name();
  }

  @Override
  public String platformId() {
    return account.platformId();
  }

  @Override
  public Optional<String> setting(String name) {
    return Optional.ofNullable(settings.values().get(name));
  }

  @Override
  public Optional<String> secret(String name) {
    standing.check();
    Optional<String> found = Effective.secret(account, secrets, name);
    found.ifPresent(seen::add);
    return found;
  }

  @Override
  public String accessToken() throws AccountRefused, NotSent, NoAnswer {
    standing.check();
    String token = signing.token();
    seen.add(token);
    return token;
  }

  @Override
  public void rotate(String name, String value) {
    standing.check();
    seen.add(value);
    secrets.put("account:" + account.name(), name, value);
  }

  /** Where the account's access token comes from. */
  @FunctionalInterface
  interface Signing {
    String token() throws AccountRefused, NotSent, NoAnswer;
  }
}
