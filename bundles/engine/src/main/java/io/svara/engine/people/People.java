package io.svara.engine.people;

import io.svara.engine.desk.Refused;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** Who may sign in, as far as other rooms need to know. All methods may be called by any thread. */
public interface People {

  /** Everybody, by name. */
  List<User> all();

  /**
   * Makes an address by which somebody signs in once, within 15 minutes. It is a secret: give it to
   * that person and to no log.
   *
   * @param user who; empty for the first administrator
   * @throws Refused when there is no such user
   */
  URI signInLink(Optional<String> user);
}
