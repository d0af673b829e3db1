package io.svara.gateway.testing;

import io.svara.api.channel.ChannelDescriptor;
import io.svara.api.channel.WebhookAuthentication;
import io.svara.engine.desk.Actor;
import io.svara.engine.desk.Contacts;
import io.svara.engine.desk.Page;
import io.svara.engine.desk.Presence;
import io.svara.engine.desk.Readiness;
import io.svara.engine.desk.Refused;
import io.svara.engine.plugins.Definition;
import io.svara.engine.plugins.Definition.Setting;
import io.svara.engine.plugins.Plugin;
import io.svara.engine.plugins.Plugins;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

/** The desk without cases and deliveries, with one of each. */
public final class MemoryDesk implements Contacts, Presence, Plugins, Readiness {
  private static final String API = "https://graph.example";
  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

  private final List<String> defined = new CopyOnWriteArrayList<>();
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
        NOON);
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
}
