package io.svara.engine.desk;

import io.svara.api.channel.Checking;
import io.svara.engine.plugins.Definition;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Where the organisation can be reached: endpoints that platforms post to, and accounts. */
public interface Presence {

  List<Endpoint> endpoints();

  List<Account> accounts();

  /** What is known of each channel, running or not: the forms of its endpoints and accounts. */
  List<Definition> channels();

  /**
   * Defines an endpoint anew or in place of the one of this name. Secrets among the settings go to
   * the secret store; a secret that is left out stays as it is.
   *
   * @throws Refused when a setting is missing or wrong; the message names it
   */
  Endpoint defineEndpoint(String name, Map<String, String> settings, Actor actor);

  /** As {@link #defineEndpoint}, for an account. */
  Account defineAccount(String name, Map<String, String> settings, Actor actor);

  /** Removes it; what came through it stays. */
  void removeEndpoint(String name, Actor actor);

  /** Removes it; its cases stay readable. */
  void removeAccount(String name, Actor actor);

  /**
   * Tries an account's settings and changes nothing.
   *
   * @param language of the findings
   * @throws Refused when there is no such account, or its connector cannot or does not run
   */
  List<Checking.Finding> check(String name, Locale language);

  /** Lets an account that stopped over a fault of its own, such as an expired token, try again. */
  Account resume(String name, Actor actor);

  /**
   * An endpoint.
   *
   * @param settings without secrets
   * @param secrets the names of the secrets that it has
   * @param ready whether deliveries are accepted
   * @param trouble why not, or what else is wrong
   */
  record Endpoint(
      String name,
      String channel,
      Map<String, String> settings,
      List<String> secrets,
      boolean ready,
      Optional<String> trouble) {}

  /**
   * An account.
   *
   * @param platformId the platform's id of it
   * @param connector the version that serves it; empty when none runs
   * @param waiting how many replies wait in its outbox
   * @param fault why it stopped sending
   * @param connection how its connection by OAuth stands, where it signs in by one
   */
  record Account(
      String name,
      String channel,
      Optional<String> endpoint,
      String platformId,
      Map<String, String> settings,
      List<String> secrets,
      Optional<String> connector,
      long waiting,
      Optional<String> fault,
      Optional<Connection> connection) {}
}
