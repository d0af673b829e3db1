package io.svara.shell;

import io.svara.engine.desk.Role;
import io.svara.engine.people.People;
import io.svara.engine.people.User;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;

/** {@code svara:users}. */
@Service
@Command(scope = "svara", name = "users", description = "Lists who may sign in, with their roles.")
public final class UsersCommand implements Action {
  @Reference private Session session;
  @Reference private People people;

  @Override
  public Object execute() {
    Caller.of(session, Role.ADMIN);
    Table table = new Table("User", "Roles", "Language");
    for (User user : people.all()) {
      table.row(
          user.name(),
          new TreeSet<>(user.roles()).stream().map(Words::of).collect(Collectors.joining(", ")),
          user.language().getLanguage());
    }
    table.print(session);
    return null;
  }
}
