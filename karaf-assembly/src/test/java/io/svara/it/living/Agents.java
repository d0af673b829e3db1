package io.svara.it.living;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** People who keep answering the cases of one account. No text is ever written twice. */
public final class Agents implements AutoCloseable {
  private static final int PAUSE_MILLIS = 300;

  private final ScheduledExecutorService time = Executors.newSingleThreadScheduledExecutor();
  private final Set<String> accepted = ConcurrentHashMap.newKeySet();
  private final AtomicInteger count = new AtomicInteger();
  private final Rest rest;
  private final String account;
  private final Random random;

  private Agents(Rest rest, String account, long seed) {
    this.rest = rest;
    this.account = account;
    this.random = new Random(seed);
  }

  public static Agents answering(Rest rest, String account, long seed) {
    Agents agents = new Agents(rest, account, seed);
    agents.time.scheduleWithFixedDelay(agents::answerOne, 0, PAUSE_MILLIS, TimeUnit.MILLISECONDS);
    return agents;
  }

  private void answerOne() {
    try {
      JsonNode cases = rest.get("/api/v1/cases?limit=20&account=" + account).body().at("/cases");
      if (cases.isEmpty()) {
        return;
      }
      JsonNode chosen = cases.get(random.nextInt(cases.size()));
      String text = account + " answer " + count.incrementAndGet() + ".";
      int status =
          rest.post(
                  "/api/v1/cases/" + chosen.at("/id").asText() + "/replies",
                  Map.of(
                      "text",
                      text,
                      "visibility",
                      "public",
                      "version",
                      chosen.at("/version").asLong()))
              .status();
      if (status == 201) {
        accepted.add(text);
      }
    } catch (IOException | RuntimeException killedMeanwhile) {
      // Whether it was written is not known; it must not arrive twice.
    } catch (InterruptedException closing) {
      Thread.currentThread().interrupt();
    }
  }

  /** The texts that were acknowledged: each must be with the customer in the end. */
  public Set<String> accepted() {
    return Set.copyOf(accepted);
  }

  /** Nobody answers any more when this returns. */
  @Override
  public void close() {
    time.shutdown();
    try {
      time.awaitTermination(40, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
