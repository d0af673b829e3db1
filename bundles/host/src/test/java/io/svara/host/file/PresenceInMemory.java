package io.svara.host.file;

import io.svara.api.channel.Checking;
import io.svara.engine.desk.Actor;
import io.svara.engine.desk.Presence;
import io.svara.engine.desk.Refused;
import io.svara.engine.plugins.Definition;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** A presence that knows a channel or does not, and remembers what was asked of it. */
final class PresenceInMemory implements Presence {
  final List<String> done = new CopyOnWriteArrayList<>();
  final Map<String, Map<String, String>> settings = new ConcurrentHashMap<>();
  volatile boolean channelKnown;

  @Override
  public List<Endpoint> endpoints() {
    return List.of();
  }

  @Override
  public List<Account> accounts() {
    return List.of();
  }

  @Override
  public List<Definition> channels() {
    return List.of();
  }

  @Override
  public Endpoint defineEndpoint(String name, Map<String, String> given, Actor actor) {
    define("endpoint " + name, given);
    return new Endpoint(name, "odd", given, List.of(), true, Optional.empty());
  }

  @Override
  public Account defineAccount(String name, Map<String, String> given, Actor actor) {
    if (given.containsKey("endpoint")
        && !settings.containsKey("endpoint " + given.get("endpoint"))) {
      throw Refused.invalid("There is no endpoint " + given.get("endpoint") + ".");
    }
    define("account " + name, given);
    return account(name, given);
  }

  private static Account account(String name, Map<String, String> given) {
    return new Account(
        name,
        "odd",
        Optional.empty(),
        name,
        given,
        List.of(),
        Optional.empty(),
        0,
        Optional.empty(),
        Optional.empty());
  }

  private void define(String what, Map<String, String> given) {
    if (!channelKnown) {
      throw Refused.invalid("No connector for odd is known.");
    }
    settings.put(what, given);
    done.add(what);
  }

  @Override
  public void removeEndpoint(String name, Actor actor) {
    done.add("no endpoint " + name);
  }

  @Override
  public void removeAccount(String name, Actor actor) {
    done.add("no account " + name);
  }

  @Override
  public Account resume(String name, Actor actor) {
    return account(name, Map.of());
  }

  @Override
  public List<Checking.Finding> check(String name, Locale language) {
    return List.of(new Checking.Finding("Name", true, name));
  }
}
