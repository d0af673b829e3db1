package io.svara.engine.people;

import io.svara.engine.desk.Role;
import java.util.Locale;
import java.util.Set;

/**
 * Somebody who may sign in.
 *
 * @param name 1 to 64 of a-z, 0-9, '.', '_' and '-', beginning with a letter; never changes
 * @param roles what the user may do; never empty
 * @param language Swedish or English; {@link Locale#ROOT} as long as none was chosen, when each
 *     browser's own is used
 */
public record User(String name, Set<Role> roles, Locale language) {
  public User {
    roles = Set.copyOf(roles);
  }

  /** The language to speak with the user: the one chosen, or else that of the browser. */
  public Locale speaks(Locale browser) {
    return language.equals(Locale.ROOT) ? browser : language;
  }
}
