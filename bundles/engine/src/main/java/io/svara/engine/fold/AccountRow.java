package io.svara.engine.fold;

import io.svara.engine.plugins.AccountRef;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An account as it is stored in the view.
 *
 * @param fault why it stopped sending
 */
public record AccountRow(
    String name,
    String channel,
    Optional<String> endpoint,
    String platformId,
    Map<String, String> settings,
    List<String> secrets,
    Optional<String> fault) {

  public AccountRef ref() {
    return new AccountRef(name, channel, endpoint, platformId, settings);
  }

  AccountRow faulted(Optional<String> reason) {
    return new AccountRow(name, channel, endpoint, platformId, settings, secrets, reason);
  }
}
