package io.svara.engine.presence;

import io.svara.engine.desk.Connection;
import io.svara.engine.desk.Connection.Trouble;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Tells of connections that end or fail, once a day each; at once when it becomes another thing.
 */
final class Alarms {
  private static final Duration DAY = Duration.ofDays(1);

  private final Consumer<String> log;
  private final InstantSource clock;
  private final Map<String, Told> told = new HashMap<>();

  Alarms(Consumer<String> log, InstantSource clock) {
    this.log = log;
    this.clock = clock;
  }

  synchronized void consider(String account, Connection connection) {
    switch (connection.state()) {
      case NONE, CONNECTED -> told.remove(account);
      case ENDING ->
          tell(
              account,
              connection,
              "ends at "
                  + connection.until().map(Instant::toString).orElse("a time that is near")
                  + ". Reconnect it on the console's page Channels before that.");
      case FAILING ->
          tell(account, connection, "is not renewed: " + words(connection) + " It is tried again.");
      case ENDED -> tell(account, connection, "has ended: " + words(connection));
    }
  }

  private void tell(String account, Connection connection, String what) {
    Instant now = clock.instant();
    Told last = told.get(account);
    // A clock that was set back must not silence anything.
    if (last == null
        || last.state() != connection.state()
        || Duration.between(last.at(), now).abs().compareTo(DAY) >= 0) {
      told.put(account, new Told(connection.state(), now));
      log.accept(
          "The connection of account " + account + " with " + connection.title() + " " + what);
    }
  }

  private static String words(Connection connection) {
    return connection.trouble().map(Trouble::words).orElse("nobody knows why.");
  }

  private record Told(Connection.State state, Instant at) {}
}
