package io.svara.it.living;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.svara.testing.feed.FeedServer;
import io.svara.testing.feed.Reply;
import io.svara.testing.launcher.Distribution;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Installations with the two connectors whose news is no webhook, and an account of each. */
public final class Feeds {
  /** The accounts, and their feeds on the platform. */
  public static final List<String> NAMES = List.of("polled", "streamed");

  /** The plugin of both connectors. */
  public static final String PLUGIN = "svara-testing-connectors";

  private Feeds() {}

  /** A fresh copy with a Facebook page and the two accounts, not yet started. */
  public static Distribution copy(String name, FeedServer platform)
      throws IOException, URISyntaxException {
    Distribution svara = Installation.copy(name);
    // The jar holds both: the platform for this process, the connectors for the other.
    Path connectors = jarOf(FeedServer.class);
    Files.copy(connectors, svara.home().resolve("plugins").resolve(connectors.getFileName()));
    String base = platform.base().toString();
    return svara
        .configure(
            "io.svara.account-polled",
            Map.of("channel", "poller", "feed", "polled", "apiBase", base))
        .configure(
            "io.svara.account-streamed",
            Map.of("channel", "streamer", "feed", "streamed", "apiBase", base));
  }

  /** The texts of the replies that the platform has, in order. */
  public static List<String> replies(FeedServer platform) throws IOException {
    ObjectMapper json = new ObjectMapper();
    List<String> texts = new ArrayList<>();
    for (Reply reply : platform.replies()) {
      texts.add(json.readTree(reply.body()).at("/text").asText());
    }
    return texts;
  }

  /** The jar on the class path that holds the class. */
  public static Path jarOf(Class<?> type) throws URISyntaxException {
    return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
  }

  /** Whether the last message that these customers wrote has been read. */
  public static boolean haveBrought(Rest rest, Customers customers)
      throws IOException, InterruptedException {
    List<String> written = customers.written();
    String last = written.get(written.size() - 1);
    String feed = last.substring(0, last.lastIndexOf('-'));
    JsonNode newest = rest.get("/api/v1/deliveries?limit=1&source=feed:" + feed).ok();
    return newest.at("/deliveries/0/items/0/platformId").asText().equals(last);
  }
}
