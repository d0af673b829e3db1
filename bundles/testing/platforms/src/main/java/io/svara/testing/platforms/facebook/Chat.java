package io.svara.testing.platforms.facebook;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A Messenger conversation as it grows. Guarded by the {@link World}. */
final class Chat {
  private final String id;
  private final String pageId;
  private final Author customer;
  private final List<PrivateMessage> messages = new ArrayList<>();
  private boolean pageBlocked;

  Chat(String id, String pageId, Author customer) {
    this.id = id;
    this.pageId = pageId;
    this.customer = customer;
  }

  String id() {
    return id;
  }

  String pageId() {
    return pageId;
  }

  Author customer() {
    return customer;
  }

  void add(PrivateMessage message) {
    messages.add(message);
  }

  void replace(PrivateMessage message) {
    messages.replaceAll(old -> old.id().equals(message.id()) ? message : old);
  }

  /** Oldest first. */
  List<PrivateMessage> messages() {
    return List.copyOf(messages);
  }

  /** When the person last wrote: this opens the messaging window. */
  Optional<Instant> lastFromCustomer() {
    return messages.stream()
        .filter(message -> !message.fromPage())
        .map(PrivateMessage::at)
        .reduce((first, second) -> second);
  }

  /** Whether the person wants no more messages from the page. */
  boolean pageBlocked() {
    return pageBlocked;
  }

  void blockPage(boolean block) {
    pageBlocked = block;
  }

  Conversation snapshot() {
    return new Conversation(id, pageId, customer, messages());
  }
}
