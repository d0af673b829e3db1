package io.svara.testing.platforms.facebook;

import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

/**
 * Under which tags a page may write after the standard window.
 *
 * @see <a
 *     href="https://developers.facebook.com/docs/messenger-platform/send-messages/message-tags">Messenger
 *     Platform: Message Tags</a>
 * @see <a
 *     href="https://developers.facebook.com/docs/messenger-platform/policy/policy-overview">Messenger
 *     Platform: Policy Overview</a>
 */
enum MessageTag {
  HUMAN_AGENT(Duration.ofDays(7)),
  CUSTOMER_FEEDBACK(Duration.ofDays(7)),
  ACCOUNT_UPDATE(Duration.ofDays(36_500)),
  CONFIRMED_EVENT_UPDATE(Duration.ofDays(36_500)),
  POST_PURCHASE_UPDATE(Duration.ofDays(36_500));

  /** How long a page may write without a tag after the person last wrote. */
  static final Duration STANDARD_WINDOW = Duration.ofHours(24);

  private final Duration window;

  MessageTag(Duration window) {
    this.window = window;
  }

  Duration window() {
    return window;
  }

  static Optional<MessageTag> named(String name) {
    return Arrays.stream(values()).filter(tag -> tag.name().equals(name)).findFirst();
  }
}
