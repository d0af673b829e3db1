package io.svara.host.living;

import io.svara.api.channel.Outbound;
import io.svara.api.message.Visibility;
import io.svara.engine.plugins.AccountRef;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** Accounts and texts for calls. */
public final class Accounts {
  private Accounts() {}

  public static AccountRef of(String channel, String name, Map<String, String> settings) {
    return new AccountRef(name, channel, Optional.of("door"), name, settings);
  }

  public static Outbound say(String key, String text) {
    return new Outbound(
        key,
        Visibility.PUBLIC,
        "thread-1",
        Optional.empty(),
        Optional.empty(),
        false,
        text,
        Optional.of(Instant.EPOCH),
        Instant.EPOCH);
  }
}
