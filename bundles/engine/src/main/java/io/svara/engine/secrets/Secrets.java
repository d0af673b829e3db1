package io.svara.engine.secrets;

import java.util.Optional;

/**
 * The secret store: encrypted, outside journal, views, logs and backups of the journal. A secret
 * has an owner, such as {@code account:norrsken} or {@code user:anna}, and a name.
 */
public interface Secrets {

  /** The value, or empty. */
  Optional<String> get(String owner, String name);

  /** Keeps the value in place of an earlier one; durable when this returns. */
  void put(String owner, String name, String value);

  /** Forgets all secrets of the owner. */
  void forget(String owner);
}
