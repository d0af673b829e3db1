package io.svara.engine.people;

import io.svara.engine.desk.Role;
import java.util.Locale;
import java.util.Set;

/**
 * Somebody who may sign in.
 *
 * @param name 1 to 64 of a-z, 0-9, '.', '_' and '-', beginning with a letter; never changes
 * @param roles what the user may do; never empty
 * @param language Swedish or English
 */
public record User(String name, Set<Role> roles, Locale language) {
  public User {
    roles = Set.copyOf(roles);
  }
}
