package io.svara.testing.platforms.facebook;

import java.util.LinkedHashSet;
import java.util.Set;

/** What the platform keeps about one page. Guarded by the {@link World}. */
final class PageAccount {
  /**
   * The webhook fields that a page may be subscribed to, and is until somebody says otherwise. Only
   * some of them ever occur here.
   *
   * @see <a href="https://developers.facebook.com/docs/graph-api/webhooks/reference/page/">Webhooks
   *     reference: Page</a>
   */
  static final Set<String> ALL_FIELDS =
      Set.of(
          "feed",
          "ratings",
          "mention",
          "messages",
          "message_echoes",
          "message_reads",
          "message_deliveries",
          "message_edits",
          "message_reactions",
          "message_context",
          "messaging_account_linking",
          "messaging_customer_information",
          "messaging_feedback",
          "messaging_handovers",
          "messaging_optins",
          "messaging_policy_enforcement",
          "messaging_postbacks",
          "messaging_referrals",
          "standby",
          "leadgen",
          "name",
          "picture");

  private final Page page;
  private final Set<String> subscribed = new LinkedHashSet<>(ALL_FIELDS);
  private final Set<String> blockedPeople = new LinkedHashSet<>();

  PageAccount(Page page) {
    this.page = page;
  }

  Page page() {
    return page;
  }

  /** The webhook fields that the app gets; empty while it is not subscribed at all. */
  Set<String> subscribed() {
    return subscribed;
  }

  /** The page-scoped ids of people whom the page has blocked. */
  Set<String> blockedPeople() {
    return blockedPeople;
  }
}
