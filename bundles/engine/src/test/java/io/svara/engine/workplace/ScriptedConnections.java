package io.svara.engine.workplace;

import io.svara.engine.connections.Connections;
import io.svara.engine.desk.Connecting.Returned;
import io.svara.engine.desk.Connection;
import io.svara.engine.desk.Refused;
import io.svara.engine.plugins.AccountRef;
import io.svara.engine.plugins.Definition;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Connections whose standing the test says; any answer with the state {@code good} connects. */
public final class ScriptedConnections implements Connections {
  private final Map<String, Connection> standing = new ConcurrentHashMap<>();
  private final List<String> forgotten = new CopyOnWriteArrayList<>();

  /** From now on the account's connection stands so. */
  public void stands(String account, Connection connection) {
    standing.put(account, connection);
  }

  /** The accounts whose tokens were forgotten. */
  public List<String> forgotten() {
    return forgotten;
  }

  @Override
  public Optional<Connection> standing(AccountRef account, Definition definition) {
    return Optional.ofNullable(standing.get(account.name()));
  }

  @Override
  public Optional<Connection> tend(AccountRef account, Definition definition) {
    return standing(account, definition);
  }

  @Override
  public URI begin(AccountRef account, Definition definition, URI callback, String session) {
    return URI.create("https://platform.example/authorize?state=good");
  }

  @Override
  public Returned finish(Map<String, String> answer, String session) {
    if (!"good".equals(answer.get("state"))) {
      throw Refused.illegal("Nothing was begun.");
    }
    return new Returned(answer.get("account"), !answer.containsKey("error"));
  }

  @Override
  public boolean disconnect(AccountRef account, Definition definition) {
    forget(account.name());
    return true;
  }

  @Override
  public void forget(String account) {
    forgotten.add(account);
  }
}
