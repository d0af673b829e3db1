package io.svara.channel.facebook;

import io.svara.api.message.Handle;
import io.svara.api.message.Tree;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Between whom a Messenger event passed.
 *
 * @param customer the customer's page-scoped id
 * @param own whether the page spoke
 */
record Talk(String page, String customer, boolean own) {

  /** Before the customer's id in a thread's key, so that it is no comment's. */
  static final String THREAD = "t_";

  /**
   * Tells the customer from the page. An echo's sender is the page, by the reference; samples exist
   * in which it is the customer, so the one who is not the page counts.
   */
  static Talk of(Notice notice) {
    Optional<String> sender = party(notice.value().at("sender"));
    Optional<String> recipient = party(notice.value().at("recipient"));
    boolean echo = notice.value().at("message").at("is_echo").flag().orElse(false);
    boolean own = echo || sender.filter(notice.page()::equals).isPresent();
    String customer =
        (own ? Stream.of(recipient, sender) : Stream.of(sender))
            .flatMap(Optional::stream)
            .filter(id -> !id.equals(notice.page()))
            .findFirst()
            .orElseThrow(() -> new Unreadable("No customer is named in " + notice.where() + "."));
    return new Talk(notice.page(), customer, own);
  }

  String thread() {
    return THREAD + customer;
  }

  Handle author() {
    return Handle.unnamed(own ? page : customer);
  }

  /** A visitor of a web site's chat plug-in has a reference in place of an id. */
  private static Optional<String> party(Tree party) {
    return Values.id(party.at("id")).or(() -> Values.id(party.at("user_ref")));
  }
}
