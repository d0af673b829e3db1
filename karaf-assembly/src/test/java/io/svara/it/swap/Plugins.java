package io.svara.it.swap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.svara.it.living.Rest;
import io.svara.testing.launcher.Distribution;
import io.svara.testing.launcher.Repacked;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** One plugin of one installation, as an operator sees and exchanges it. */
public final class Plugins {
  static final String FACEBOOK = "svara-channel-facebook";

  /** Of the facebook connector's classes. */
  static final String PACKAGE = "io.svara.channel.facebook";

  public static final Set<String> GONE = Set.of("uninstalled", "proven");

  private static final Set<String> RESTING =
      Set.of("uninstalled", "proven", "rolled-back", "failed");
  private static final Duration SWAP = Duration.ofSeconds(60);

  /** Not sooner: asking costs the server more than the swap does. */
  private static final Duration PAUSE = Duration.ofMillis(100);

  private final Rest rest;
  private final String plugin;

  /** The facebook connector. */
  Plugins(Rest rest) {
    this(rest, FACEBOOK);
  }

  public Plugins(Rest rest, String plugin) {
    this.rest = rest;
    this.plugin = plugin;
  }

  /** Keeps the shipped plugin under these versions too. */
  public void install(Distribution svara, String... versions)
      throws IOException, InterruptedException {
    for (String version : versions) {
      assertThat(install(Repacked.of(shipped(svara), version))).isEqualTo(version);
    }
  }

  /** Keeps a jar and gives its version. */
  String install(byte[] jar) throws IOException, InterruptedException {
    return rest.postJar("/api/v1/plugins", jar).ok().at("/version").asText();
  }

  /** Drops the shipped plugin under this version into the folder {@code deploy}. */
  void drop(Distribution svara, String version) throws IOException {
    Path part = svara.home().resolve("deploy/.dropped.part");
    Files.write(part, Repacked.of(shipped(svara), version));
    Files.move(part, part.resolveSibling("dropped.jar"));
  }

  private Path shipped(Distribution svara) throws IOException {
    try (Stream<Path> files = Files.list(svara.home().resolve("plugins"))) {
      return files
          .filter(f -> f.getFileName().toString().startsWith(plugin))
          .findFirst()
          .orElseThrow();
    }
  }

  /** Begins a swap, and gives its id. */
  String promote(String version) throws IOException, InterruptedException {
    return rest.post(
            "/api/v1/plugins/" + plugin + "/promote", Map.of("version", version, "why", "test"))
        .ok()
        .at("/id")
        .asText();
  }

  /** Begins to go back, and gives the id of the swap that does. */
  String rollback() throws IOException, InterruptedException {
    return rest.post("/api/v1/plugins/" + plugin + "/rollback", Map.of("why", "test"))
        .ok()
        .at("/id")
        .asText();
  }

  /** Begins to take the plugin out of service, and gives the swap's id. */
  String remove() throws IOException, InterruptedException {
    return rest.post("/api/v1/plugins/" + plugin + "/remove", Map.of("why", "test"))
        .ok()
        .at("/id")
        .asText();
  }

  /** Takes the plugin to the version and gives the state in which the swap rests. */
  public String swapTo(String version) throws IOException, InterruptedException {
    return rested(promote(version));
  }

  /** The state in which the swap rests. */
  String rested(String swap) throws IOException, InterruptedException {
    await().pollInterval(PAUSE).atMost(SWAP).until(() -> RESTING.contains(state(swap)));
    return state(swap);
  }

  private String state(String id) throws IOException, InterruptedException {
    return rest.get("/api/v1/swaps/" + id).ok().at("/state").asText();
  }

  /** All swaps that the server shows, newest first. */
  JsonNode swaps() throws IOException, InterruptedException {
    return rest.get("/api/v1/swaps?limit=200").ok().at("/swaps");
  }

  /** How many swaps from the first on are not proven to have left nothing. */
  public int unproven() throws IOException, InterruptedException {
    int unproven = 0;
    for (int id = swaps().at("/0/id").asInt(); id > 0; id--) {
      unproven += state(String.valueOf(id)).equals("proven") ? 0 : 1;
    }
    return unproven;
  }

  /** The version that has the work. */
  String routed() throws IOException, InterruptedException {
    return line().at("/routed").asText();
  }

  /** The versions that run. */
  List<String> running() throws IOException, InterruptedException {
    return versions("/running");
  }

  /** The versions whose jars are kept. */
  List<String> kept() throws IOException, InterruptedException {
    return versions("/kept");
  }

  private List<String> versions(String flag) throws IOException, InterruptedException {
    List<String> found = new ArrayList<>();
    for (JsonNode version : line().at("/versions")) {
      if (version.at(flag).asBoolean()) {
        found.add(version.at("/version").asText());
      }
    }
    return found;
  }

  private JsonNode line() throws IOException, InterruptedException {
    for (JsonNode line : rest.get("/api/v1/plugins").ok().at("/lines")) {
      if (line.at("/name").asText().equals(plugin)) {
        return line;
      }
    }
    throw new AssertionError("There is no plugin " + plugin + ".");
  }
}
