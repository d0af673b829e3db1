package io.svara.testing.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.svara.api.channel.Channel;
import io.svara.api.channel.Inbound;
import io.svara.api.channel.Parsed;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Has a connector read what is broken. */
final class Hostile {
  /** The same broken deliveries in every run. */
  static final long SEED = 20_261_122;

  private Hostile() {}

  /** Deliveries, and what was made of each. */
  static Map<Raw, List<byte[]>> bodies(Trial trial, Function<Mutants, List<byte[]>> how) {
    Map<Raw, List<byte[]>> bodies = new LinkedHashMap<>();
    Specimens.of(trial).forEach(raw -> bodies.put(raw, how.apply(Mutants.of(raw))));
    assumeTrue(
        bodies.values().stream().anyMatch(some -> !some.isEmpty()), "the deliveries are no JSON");
    return bodies;
  }

  static void survives(Trial trial, Function<Mutants, List<byte[]>> how) {
    Channel channel = trial.fresh();
    for (Map.Entry<Raw, List<byte[]>> tried : bodies(trial, how).entrySet()) {
      Raw raw = tried.getKey();
      List<byte[]> bodies = tried.getValue();
      trial.reading(
          bodies.size(),
          () -> {
            for (byte[] body : bodies) {
              assertThat(answered(channel, raw.with(body)))
                  .as("the answer to %s", brief(body))
                  .isNotNull();
            }
            return bodies.size();
          });
    }
  }

  private static Parsed answered(Channel channel, Raw raw) {
    try {
      return Trial.parsed(channel, raw);
    } catch (RuntimeException | StackOverflowError thrown) {
      throw new AssertionError("Reading " + brief(raw.body()) + " threw " + thrown, thrown);
    }
  }

  static List<String> complaints(Channel channel, Raw raw, List<byte[]> bodies) {
    List<String> complaints = new ArrayList<>();
    for (byte[] body : bodies) {
      Parsed parsed;
      try {
        parsed = Trial.parsed(channel, raw.with(body));
      } catch (RuntimeException itsOwnCase) {
        continue;
      }
      if (parsed instanceof Parsed.Items items) {
        for (Inbound item : items.items()) {
          Soundness.complaint(item).ifPresent(words -> complaints.add(words + brief(body)));
        }
      }
    }
    return complaints.stream().distinct().limit(10).toList();
  }

  private static String brief(byte[] body) {
    String text = new String(body, StandardCharsets.UTF_8);
    return " in " + (text.length() > 2_000 ? text.substring(0, 2_000) + "…" : text);
  }
}
