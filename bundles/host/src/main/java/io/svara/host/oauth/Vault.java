package io.svara.host.oauth;

import io.svara.engine.secrets.Secrets;
import io.svara.host.json.Json;
import java.util.Optional;

/** Where grants are kept: the secret store, under an owner that no connector can ask for. */
record Vault(Secrets secrets, Json json) {
  private static final String NAME = "grant";

  Optional<Grant> of(String account) {
    return secrets.get(owner(account), NAME).flatMap(text -> Grant.of(text, json));
  }

  /**
   * Keeps it in place of the one before, in one step. Durable when this returns.
   *
   * @throws IllegalStateException when it cannot; then the one before is still there
   */
  void keep(String account, Grant grant) {
    secrets.put(owner(account), NAME, grant.text(json));
  }

  void forget(String account) {
    secrets.forget(owner(account));
  }

  private static String owner(String account) {
    return "connection:" + account;
  }
}
