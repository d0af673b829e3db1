package io.svara.api.message;

import java.util.Objects;
import java.util.Optional;

/**
 * A person or organisation as one platform knows it. Two handles of one human being are two
 * handles; joining them into a contact is the engine's work.
 *
 * @param platformId the platform's own id, stable for this account (a Messenger id differs from
 *     page to page)
 * @param name what the platform shows, when it tells
 */
public record Handle(String platformId, Optional<String> name) {
  public Handle {
    if (platformId.isBlank()) {
      throw new IllegalArgumentException("A handle needs the platform's id; this one is blank.");
    }
    Objects.requireNonNull(name);
  }

  /** A handle whose name the platform did not tell. */
  public static Handle unnamed(String platformId) {
    return new Handle(platformId, Optional.empty());
  }
}
