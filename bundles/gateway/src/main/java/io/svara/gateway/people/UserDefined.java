package io.svara.gateway.people;

import io.svara.engine.desk.Role;
import io.svara.engine.people.User;
import io.svara.gateway.problem.Texts;
import java.util.Set;
import java.util.TreeSet;

/**
 * The payload of {@code user.defined}, and the row of the view.
 *
 * @param language its tag; empty where none was chosen
 * @param by who defined the user; {@code svara} for the first
 */
record UserDefined(String name, Set<Role> roles, String language, String by) {
  /** What happened when a user was defined anew or changed. */
  static final String KIND = "user.defined";

  /** What happened when a user was removed; its payload is a {@link UserRemoved}. */
  static final String REMOVED = "user.removed";

  static UserDefined of(User user, String by) {
    return new UserDefined(
        user.name(), new TreeSet<>(user.roles()), user.language().getLanguage(), by);
  }

  User user() {
    return new User(name, roles, Texts.language(language));
  }
}
