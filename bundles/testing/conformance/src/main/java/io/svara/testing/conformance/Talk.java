package io.svara.testing.conformance;

import io.svara.api.channel.Outbound;
import io.svara.api.channel.Receipt;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What is known of the conversations of a case, as the engine would know it. For one thread. */
final class Talk {
  private final Map<String, String> threads = new HashMap<>();
  private final Map<String, Set<String>> said = new HashMap<>();

  /** A message was read. */
  void heard(String id, String thread) {
    threads.put(id, thread);
    said.computeIfAbsent(thread, one -> new LinkedHashSet<>()).add(id);
  }

  /** What the receipt tells is known from now on. */
  Receipt noted(Outbound message, Receipt receipt) {
    if (receipt instanceof Receipt.Accepted accepted) {
      heard(accepted.platformId(), message.thread());
    }
    return receipt;
  }

  /** What was said; whose conversation is whose stays known. */
  void forget() {
    said.clear();
  }

  boolean has(String id) {
    return threads.containsKey(id);
  }

  /** The key of its conversation; of a message that was not read its id. */
  String threadOf(String id) {
    return threads.getOrDefault(id, id);
  }

  /** The platform ids of what was said there, oldest first. */
  List<String> in(String thread) {
    return List.copyOf(said.getOrDefault(thread, Set.of()));
  }
}
