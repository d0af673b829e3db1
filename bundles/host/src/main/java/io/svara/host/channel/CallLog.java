package io.svara.host.channel;

import io.svara.api.channel.ChannelHost;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A connector's lines in Svara's log: marked, short, few, and without the call's secrets. */
final class CallLog implements ChannelHost.Log {
  private static final int LONGEST = 1_000;
  private static final int SHORTEST_SECRET = 4;

  private final Logger log;
  private final String mark;
  private final LineBudget budget;
  private final Set<String> secrets;

  /**
   * @param mark channel, version and account
   * @param secrets those that the call has seen; grows while it runs
   */
  CallLog(String channel, String mark, LineBudget budget, Set<String> secrets) {
    this.log = LoggerFactory.getLogger("io.svara.plugin." + channel);
    this.mark = mark;
    this.budget = budget;
    this.secrets = secrets;
  }

  @Override
  public void info(String line) {
    write(line, text -> log.info("{}: {}", mark, text));
  }

  @Override
  public void warn(String line) {
    write(line, text -> log.warn("{}: {}", mark, text));
  }

  private void write(String line, Consumer<String> level) {
    OptionalLong dropped = budget.take();
    if (dropped.isEmpty()) {
      return;
    }
    if (dropped.getAsLong() > 0) {
      log.warn("{}: {} lines of it were dropped in the last minute.", mark, dropped.getAsLong());
    }
    level.accept(safe(line, secrets));
  }

  /** One line, so that nobody can write another's; cut after masking, so that no half remains. */
  static String safe(String line, Set<String> secrets) {
    String text = masked(String.valueOf(line), secrets);
    text = text.replaceAll("\\p{Cntrl}", " ");
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
  }

  static String masked(String words, Set<String> secrets) {
    String text = words;
    for (String secret : secrets) {
      if (secret.length() >= SHORTEST_SECRET) {
        text = text.replace(secret, "***");
      }
    }
    return text;
  }
}
