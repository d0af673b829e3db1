package io.svara.channel.email.letter;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The Message-ID of what we send: made of the idempotency key, so that the same text has the same
 * id at each attempt, and of the conversation's token, so that an answer that names it names the
 * conversation.
 */
public final class MessageIds {
  private static final Pattern OURS =
      Pattern.compile("svara\\.[A-Za-z0-9-]{1,64}\\.([a-z0-9]{20,40})@.+");

  private static final Pattern IN_ADDRESS = Pattern.compile("[^@]+\\+([a-z0-9]{20,40})@[^@]+");

  private MessageIds() {}

  /** Without angle brackets. */
  public static String of(String key, Optional<String> token, String address) {
    return "svara." + key + token.map(proof -> "." + proof).orElse("") + "@" + domain(address);
  }

  /** What stands behind the at sign. */
  public static String domain(String address) {
    return address.substring(address.lastIndexOf('@') + 1);
  }

  /** The token that an id carries, if it is one of ours. */
  public static Optional<String> token(String id) {
    Matcher ours = OURS.matcher(id);
    return ours.matches() ? Optional.of(ours.group(1)) : Optional.empty();
  }

  /** The address with the token behind its plus sign. */
  public static String plus(String address, String token) {
    int at = address.lastIndexOf('@');
    return address.substring(0, at) + "+" + token + address.substring(at);
  }

  /** The token that an address carries. */
  public static Optional<String> tokenOfAddress(String address) {
    Matcher plus = IN_ADDRESS.matcher(address);
    return plus.matches() ? Optional.of(plus.group(1)) : Optional.empty();
  }
}
