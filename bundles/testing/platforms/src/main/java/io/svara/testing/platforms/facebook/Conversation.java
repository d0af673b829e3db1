package io.svara.testing.platforms.facebook;

import java.util.List;

/**
 * A snapshot of what a page and one person wrote to each other in Messenger, oldest message first.
 */
public record Conversation(
    String id, String pageId, Author customer, List<PrivateMessage> messages) {}
