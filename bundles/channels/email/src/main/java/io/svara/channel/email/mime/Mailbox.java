package io.svara.channel.email.mime;

import java.util.List;
import java.util.Optional;

/**
 * Somebody in a header field.
 *
 * @param name as it is shown, decoded, without what turns the reading around; empty where the field
 *     has none
 * @param address as it came, {@code local@domain}
 */
public record Mailbox(Optional<String> name, String address) {

  /**
   * The mailboxes of a field's value.
   *
   * @param raw unfolded, as it came: {@link Part.Field#raw()}
   * @return in their order, of groups their members; what has no address is left out
   */
  public static List<Mailbox> all(String raw) {
    return new MailboxList(raw).read();
  }
}
