package io.svara.engine.connections;

import io.svara.engine.desk.Connecting.Returned;
import io.svara.engine.desk.Connection;
import io.svara.engine.desk.Refused;
import io.svara.engine.plugins.AccountRef;
import io.svara.engine.plugins.Definition;
import java.net.URI;
import java.util.Map;
import java.util.Optional;

/**
 * Accounts' connections by OAuth: the tokens, which are known to nobody else. May be called by any
 * thread.
 */
public interface Connections {

  /**
   * How the account's connection stands; empty when its settings name none that its connector
   * declares. Answers at once.
   */
  Optional<Connection> standing(AccountRef account, Definition definition);

  /**
   * As {@link #standing}; and begins to renew the token where that is due, without waiting for it.
   * To be called every few seconds for every account.
   */
  Optional<Connection> tend(AccountRef account, Definition definition);

  /**
   * Begins to connect.
   *
   * @param session whose answer counts
   * @throws Refused when the account's settings do not suffice
   */
  URI begin(AccountRef account, Definition definition, URI callback, String session);

  /**
   * Takes the platform's answer, and waits for the tokens.
   *
   * @throws Refused when it answers nothing that was begun in the session
   */
  Returned finish(Map<String, String> answer, String session);

  /**
   * Has the platform withdraw the tokens, where it can, and forgets them in any case.
   *
   * @return whether the platform has confirmed it
   */
  boolean disconnect(AccountRef account, Definition definition);

  /** Forgets all about the account of this name, and tells nobody. */
  void forget(String account);
}
