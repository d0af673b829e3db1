package io.svara.it.living;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** All that an installation knows, read as a person would: every case, and every message in it. */
public final class Inbox {
  private static final int PAGE = 200;
  private static final int READERS = 6;

  private Inbox() {}

  /** Every message of every case, those of the page's own people included. */
  public static List<Stored> read(Rest rest)
      throws IOException, InterruptedException, ExecutionException {
    return of(rest, "");
  }

  /** As {@link #read(Rest)}, of one account. */
  public static List<Stored> read(Rest rest, String account)
      throws IOException, InterruptedException, ExecutionException {
    return of(rest, "&account=" + account);
  }

  private static List<Stored> of(Rest rest, String filter)
      throws IOException, InterruptedException, ExecutionException {
    ExecutorService readers = Executors.newFixedThreadPool(READERS);
    try {
      List<Future<List<Stored>>> threads = new ArrayList<>();
      for (String id : cases(rest, filter)) {
        threads.add(readers.submit(() -> thread(rest, id)));
      }
      List<Stored> all = new ArrayList<>();
      for (Future<List<Stored>> thread : threads) {
        all.addAll(thread.get());
      }
      return all;
    } finally {
      readers.shutdownNow();
    }
  }

  /**
   * What customers wrote to this account, by platform id, in the order of the journal. What was
   * erased has no id any more.
   */
  public static List<String> fromCustomers(List<Stored> messages, String account) {
    return messages.stream()
        .filter(message -> message.account().equals(account) && message.isFromCustomer())
        .filter(message -> !message.platformId().isEmpty())
        .sorted((a, b) -> Long.compare(a.position(), b.position()))
        .map(Stored::platformId)
        .toList();
  }

  private static List<String> cases(Rest rest, String filter)
      throws IOException, InterruptedException {
    List<String> ids = new ArrayList<>();
    String cursor = "";
    do {
      JsonNode page = rest.get("/api/v1/cases?limit=" + PAGE + filter + cursor).ok();
      page.at("/cases").forEach(found -> ids.add(found.at("/id").asText()));
      cursor = page.has("next") ? "&cursor=" + page.at("/next").asText() : "";
    } while (!cursor.isEmpty());
    return ids;
  }

  private static List<Stored> thread(Rest rest, String id)
      throws IOException, InterruptedException {
    JsonNode found = rest.get("/api/v1/cases/" + id).ok();
    List<Stored> messages = new ArrayList<>();
    for (JsonNode message : found.at("/thread")) {
      messages.add(
          new Stored(
              id,
              message.at("/id").asLong(),
              found.at("/account").asText(),
              message.at("/direction").asText(),
              message.at("/platformId").asText(),
              message.at("/text").asText()));
    }
    return messages;
  }
}
