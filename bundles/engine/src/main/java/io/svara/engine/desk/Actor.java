package io.svara.engine.desk;

import java.util.Locale;
import java.util.Set;

/**
 * Who asks.
 *
 * @param user the name of the user, or {@code svara} for the engine itself
 * @param roles what the user may do
 * @param language for what is answered in words
 */
public record Actor(String user, Set<Role> roles, Locale language) {
  public Actor {
    roles = Set.copyOf(roles);
  }

  public boolean is(Role role) {
    return roles.contains(role) || roles.contains(Role.ADMIN);
  }
}
