package io.svara.shell;

import io.svara.engine.desk.Actor;
import io.svara.engine.desk.Refused;
import io.svara.engine.desk.Role;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.karaf.shell.api.console.Session;

/** In whose name a command runs. */
final class Caller {
  private static final String KEY = "svara.actor";

  /** Who sits at the console of the process has all of it anyway. */
  private static final Actor CONSOLE =
      new Actor("console", Set.of(Role.OPERATOR, Role.ADMIN), Locale.ENGLISH);

  private Caller() {}

  /** From now on the session's commands run in the actor's name. */
  static void set(Session session, Actor actor) {
    session.put(KEY, actor);
  }

  /**
   * The actor of the session.
   *
   * @param roles of which the actor needs one
   * @throws Refused when the actor has none of them
   */
  static Actor of(Session session, Role... roles) {
    Actor actor = session.get(KEY) instanceof Actor known ? known : CONSOLE;
    if (Arrays.stream(roles).noneMatch(actor::is)) {
      throw Refused.forbidden(
          "This command is for "
              + Arrays.stream(roles).map(Words::of).collect(Collectors.joining(", "))
              + "; you are "
              + actor.user()
              + ".");
    }
    return actor;
  }
}
