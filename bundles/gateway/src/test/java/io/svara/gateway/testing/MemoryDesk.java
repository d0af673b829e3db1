package io.svara.gateway.testing;

import io.svara.api.channel.ChannelDescriptor;
import io.svara.api.channel.Checking;
import io.svara.api.channel.WebhookAuthentication;
import io.svara.engine.desk.Actor;
import io.svara.engine.desk.Connecting;
import io.svara.engine.desk.Connection;
import io.svara.engine.desk.Contacts;
import io.svara.engine.desk.Page;
import io.svara.engine.desk.Presence;
import io.svara.engine.desk.Readiness;
import io.svara.engine.desk.Refused;
import io.svara.engine.plugins.Definition;
import io.svara.engine.plugins.Definition.Setting;
import io.svara.engine.plugins.Plugin;
import io.svara.engine.plugins.Plugins;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** The desk without cases and deliveries, with one of each. */
public final class MemoryDesk implements Contacts, Presence, Connecting, Plugins, Readiness {
  private static final String API = "https://graph.example";
  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

  private final List<String> defined = new CopyOnWriteArrayList<>();
  private final Map<String, String> begun = new ConcurrentHashMap<>();
  private final List<Map.Entry<String, Map<String, String>>> finished =
      new CopyOnWriteArrayList<>();
  private final List<String> missing = new ArrayList<>();
  private final List<String> troubles = new CopyOnWriteArrayList<>();

  /** From now on this is missing. */
  public synchronized void lack(String... reasons) {
    missing.clear();
    missing.addAll(List.of(reasons));
  }

  @Override
  public synchronized List<String> missing() {
    return List.copyOf(missing);
  }

  @Override
  public long waitingDeliveries() {
    return 5;
  }

  // --- contacts

  @Override
  public Page<Contact> find(Optional<String> q, int limit, Optional<String> cursor) {
    return new Page<>(List.of(contact()), Optional.empty());
  }

  @Override
  public Optional<Contact> get(String id) {
    return id.equals("K1") ? Optional.of(contact()) : Optional.empty();
  }

  @Override
  public Contact merge(String id, String other, Actor actor) {
    return contact();
  }

  @Override
  public Contact unmerge(String id, String other, Actor actor) {
    return contact();
  }

  private static Contact contact() {
    return new Contact(
        "K1",
        "Åsa Öberg",
        List.of(new HandleOf("facebook", "norrsken", "100", "Åsa Öberg")),
        List.of(),
        NOON,
        NOON,
        List.of());
  }

  // --- presence

  /** The names of the accounts that were defined. */
  public List<String> defined() {
    return defined;
  }

  @Override
  public List<Endpoint> endpoints() {
    return List.of(endpoint("fb"));
  }

  @Override
  public List<Account> accounts() {
    return List.of(account("norrsken"));
  }

  @Override
  public List<Definition> channels() {
    return List.of(
        new Definition(
            new ChannelDescriptor(
                "facebook",
                "Facebook",
                Set.of(),
                "pageId",
                new WebhookAuthentication.None(),
                Map.of(),
                Map.of(),
                List.of(),
                List.of("apiBase")),
            "1.0.0",
            false,
            false,
            false,
            List.of(),
            List.of(
                new Setting("pageId", "Page", "", false, true, Optional.empty()),
                new Setting("apiBase", "Address", "", false, false, Optional.of(API)),
                new Setting("accessToken", "Token", "", true, true, Optional.empty()))));
  }

  @Override
  public Endpoint defineEndpoint(String name, Map<String, String> settings, Actor actor) {
    if (!settings.containsKey("channel")) {
      throw Refused.invalid("The setting 'channel' is missing.");
    }
    return endpoint(name);
  }

  @Override
  public Account defineAccount(String name, Map<String, String> settings, Actor actor) {
    defined.add(name);
    return account(name);
  }

  @Override
  public void removeEndpoint(String name, Actor actor) {}

  @Override
  public void removeAccount(String name, Actor actor) {}

  @Override
  public Account resume(String name, Actor actor) {
    return account(name);
  }

  private static Endpoint endpoint(String name) {
    return new Endpoint(name, "facebook", Map.of(), List.of("appSecret"), true, Optional.empty());
  }

  private static Account account(String name) {
    return new Account(
        name,
        "facebook",
        Optional.of("fb"),
        "42",
        Map.of("pageId", "42", "note", "$[env:NOTE]"),
        List.of("accessToken"),
        Optional.empty(),
        2,
        Optional.empty(),
        Optional.empty());
  }

  // --- connections

  /** What was brought back from platforms, each with the session that it came in. */
  public List<Map.Entry<String, Map<String, String>>> finished() {
    return finished;
  }

  @Override
  public Connection connection(String account) {
    if (!account.equals("norrsken")) {
      throw Refused.notFound("There is no account " + account + ".");
    }
    return new Connection(
        "meta",
        "Meta",
        Connection.State.ENDING,
        Optional.of("anna@example.org"),
        Optional.of(NOON),
        Optional.of(NOON.plusSeconds(86_400)),
        Optional.empty());
  }

  @Override
  public URI begin(String account, URI callback, String session, Actor actor) {
    begun.put("S1", session);
    return URI.create("https://platform.example/authorize?state=S1&redirect_uri=" + callback);
  }

  @Override
  public Returned finish(Map<String, String> answer, String session, Actor actor) {
    String began = begun.get(answer.getOrDefault("state", ""));
    if (began == null) {
      throw Refused.illegal("Nothing was begun that this answers.");
    }
    if (!began.equals(session)) {
      throw Refused.forbidden("This was begun in another session.");
    }
    finished.add(Map.entry(session, answer));
    return new Returned("norrsken", true);
  }

  @Override
  public Disconnected disconnect(String account, Actor actor) {
    return new Disconnected(false);
  }

  /** Has a connector be cut off, in these words. */
  public void cutOff(String words) {
    troubles.add(words);
  }

  @Override
  public List<String> troubles() {
    return List.copyOf(troubles);
  }

  @Override
  public List<Plugin> all() {
    return List.of(
        new Plugin(
            "svara-facebook",
            "1.0.0",
            "channel",
            Optional.of("facebook"),
            true,
            "running",
            Optional.empty()));
  }

  @Override
  public List<Checking.Finding> check(String name, Locale language) {
    return List.of(new Checking.Finding("Name", true, name));
  }
}
