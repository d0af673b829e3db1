package io.svara.channel.email.read;

import io.svara.channel.email.imap.Slip;
import io.svara.channel.email.letter.MessageIds;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What is the account's own.
 *
 * @param account the platform's id of it, as it is configured
 * @param addresses of the mailbox, in lower case
 * @param sent whether the mail lies where the account keeps what it sent
 */
record Ours(String account, List<String> addresses, boolean sent) {

  /** By what was noted when the mail was taken in; nothing is our own that has no such note. */
  static Ours of(String account, Optional<Slip> slip) {
    return new Ours(
        account, slip.map(Slip::addresses).orElse(List.of()), slip.filter(Slip::sent).isPresent());
  }

  /** Whether an address, in lower case, is one of ours, with or without what follows a plus. */
  boolean is(String address) {
    String bare = address.replaceFirst("\\+[^@]*@", "@");
    String own = account.toLowerCase(Locale.ROOT);
    return Stream.of(address, bare).anyMatch(one -> one.equals(own) || addresses.contains(one));
  }

  /** The token of the first of these addresses and ids that carries one. */
  Optional<String> token(Stream<String> addressed, Stream<String> ids) {
    return Stream.concat(
            addressed.filter(this::is).map(MessageIds::tokenOfAddress), ids.map(MessageIds::token))
        .flatMap(Optional::stream)
        .findFirst();
  }
}
