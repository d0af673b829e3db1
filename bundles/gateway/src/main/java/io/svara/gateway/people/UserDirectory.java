package io.svara.gateway.people;

import io.svara.engine.desk.Actor;
import io.svara.engine.desk.Refused;
import io.svara.engine.desk.Role;
import io.svara.engine.journal.Appended;
import io.svara.engine.journal.Batch;
import io.svara.engine.journal.Journal;
import io.svara.engine.journal.NewEntry;
import io.svara.engine.people.User;
import io.svara.engine.views.Views;
import io.svara.gateway.json.Json;
import io.svara.gateway.problem.Texts;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Who may sign in, and with which roles. */
@Component(service = UserDirectory.class)
public final class UserDirectory {
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9._-]{0,63}");
  private static final Duration VISIBLE = Duration.ofSeconds(5);
  private static final int MOST = 10_000;

  private final Journal journal;
  private final Views views;
  private final Credentials credentials;
  private final Json json = new Json();

  @Activate
  public UserDirectory(
      @Reference Journal journal, @Reference Views views, @Reference Credentials credentials) {
    this.journal = journal;
    this.views = views;
    this.credentials = credentials;
  }

  /** Whether a user could have that name. */
  public static boolean isName(String name) {
    return NAME.matcher(name).matches();
  }

  /** Everybody, by name. */
  public List<User> all() {
    return views.prefixed(UserProjection.TABLE, "", MOST).stream()
        .map(row -> user(row.value()))
        .toList();
  }

  /** The user of that name. */
  public Optional<User> get(String name) {
    return views.get(UserProjection.TABLE, name).map(this::user);
  }

  /** Defines a user anew or in place of the one of this name; visible when this returns. */
  public void define(User user, Actor actor) {
    if (!isName(user.name())) {
      throw Refused.invalid(Texts.of(actor.language(), "badUser", user.name()));
    }
    if (user.roles().isEmpty()) {
      throw Refused.invalid(Texts.of(actor.language(), "noRoles"));
    }
    if (!user.roles().contains(Role.ADMIN)) {
      keepAnAdministrator(user.name(), actor);
    }
    append(user.name(), UserDefined.KIND, UserDefined.of(user, actor.user()));
  }

  /** Removes a user, with password and tokens. */
  public void remove(String name, Actor actor) {
    if (get(name).isEmpty()) {
      throw Refused.notFound(Texts.of(actor.language(), "noUser", name));
    }
    keepAnAdministrator(name, actor);
    append(name, UserDefined.REMOVED, new UserRemoved(name, actor.user()));
    credentials.forget(name);
  }

  private void keepAnAdministrator(String name, Actor actor) {
    List<String> administrators =
        all().stream().filter(user -> user.roles().contains(Role.ADMIN)).map(User::name).toList();
    if (administrators.equals(List.of(name))) {
      throw Refused.illegal(Texts.of(actor.language(), "lastAdmin", name));
    }
  }

  private void append(String name, String kind, Object payload) {
    Appended appended =
        journal.append(
            Batch.of(
                new NewEntry(
                    UserProjection.stream(name),
                    kind,
                    1,
                    OptionalLong.empty(),
                    json.bytes(payload))));
    try {
      views.await(appended.last(), VISIBLE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private User user(byte[] row) {
    return json.read(row, UserDefined.class).user();
  }
}
