package io.svara.gateway.people;

import io.svara.engine.desk.Refused;
import io.svara.engine.desk.Role;
import io.svara.engine.people.People;
import io.svara.engine.people.User;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What other rooms may know of users, and links to sign in by. */
@Component
public final class SignInLinks implements People {
  private final UserDirectory users;
  private final SignInCodes codes;
  private final LocalAddress local;

  @Activate
  public SignInLinks(
      @Reference UserDirectory users, @Reference SignInCodes codes, @Reference LocalAddress local) {
    this.users = users;
    this.codes = codes;
    this.local = local;
  }

  @Override
  public List<User> all() {
    return users.all();
  }

  @Override
  public URI signInLink(Optional<String> user) {
    String name =
        user.map(this::known)
            .or(this::firstAdministrator)
            .orElseThrow(() -> Refused.notFound("There is no administrator to sign in as."));
    return local.uri().resolve("/sign-in?code=" + codes.issue(name));
  }

  private String known(String name) {
    return users
        .get(name)
        .map(User::name)
        .orElseThrow(() -> Refused.notFound("There is no user " + name + "; see svara:users."));
  }

  private Optional<String> firstAdministrator() {
    return all().stream()
        .filter(user -> user.roles().contains(Role.ADMIN))
        .map(User::name)
        .findFirst();
  }
}
