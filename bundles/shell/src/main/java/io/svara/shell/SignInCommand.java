package io.svara.shell;

import io.svara.engine.desk.Role;
import io.svara.engine.people.People;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;

/** {@code svara:sign-in}. For administrators alone, because the link may be anybody's. */
@Service
@Command(
    scope = "svara",
    name = "sign-in",
    description = "Prints a link by which a user signs in once, within 15 minutes.")
public final class SignInCommand implements Action {
  @Argument(name = "user", description = "Who; the first administrator when left out.")
  @Completion(UserNames.class)
  private String user;

  @Reference private Session session;
  @Reference private People people;

  @Override
  public Object execute() {
    Caller.of(session, Role.ADMIN);
    session.getConsole().println(people.signInLink(Optional.ofNullable(user)));
    return null;
  }
}
