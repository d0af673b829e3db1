package io.svara.channel.email.letter;

import io.svara.api.channel.Outbound;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Writes a letter as a mail.
 *
 * @param from the account's address
 * @param name what readers see beside it
 * @param plus whether answers may come to the address with a token
 */
public record Letterwriter(String from, Optional<String> name, boolean plus) {
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("EEE, d MMM uuuu HH:mm:ss Z", Locale.ROOT);

  private static final int MOST_REFERENCES = 20;
  private static final int LONGEST_ID = 900;

  /**
   * @param id without angle brackets
   * @param recipients all whom it goes to, the hidden ones among them
   */
  public record Written(String id, List<InternetAddress> recipients, byte[] mail) {}

  /**
   * @throws AddressException when one of the addresses is none; it says which
   */
  public Written write(Outbound message, Instant now) throws AddressException {
    List<InternetAddress> to = addresses(to(message));
    List<InternetAddress> copies =
        addresses(message.addressing().map(Outbound.Addressing::copies).orElse(List.of()));
    List<InternetAddress> hidden =
        addresses(message.addressing().map(Outbound.Addressing::hiddenCopies).orElse(List.of()));
    String id = MessageIds.of(message.idempotencyKey(), message.token(), from);
    HeaderWriter header = new HeaderWriter();
    header.plainly("Date", DATE.format(now.atOffset(ZoneOffset.UTC)));
    header.addresses("From", List.of(sender(from)));
    if (plus && message.token().isPresent()) {
      header.addresses(
          "Reply-To", List.of(sender(MessageIds.plus(from, message.token().orElseThrow()))));
    }
    header.addresses("To", to);
    header.addresses("Cc", copies);
    header.words("Subject", subject(message));
    header.ids("Message-ID", List.of(id));
    header.ids("In-Reply-To", message.replyTo().filter(Letterwriter::isId).stream().toList());
    header.ids("References", references(message));
    if (message.automatic()) {
      header.plainly("Auto-Submitted", "auto-replied");
      header.plainly("X-Auto-Response-Suppress", "All");
      header.plainly("Precedence", "auto_reply");
    }
    header.plainly("MIME-Version", "1.0");
    byte[] body = Parts.of(message.text(), message.files(), "=_" + message.idempotencyKey());
    List<InternetAddress> all = new ArrayList<>(to);
    all.addAll(copies);
    all.addAll(hidden);
    return new Written(id, List.copyOf(all), joined(header.toString(), body));
  }

  private static List<String> to(Outbound message) {
    List<String> to = message.addressing().map(Outbound.Addressing::to).orElse(List.of());
    return to.isEmpty() ? message.recipient().stream().toList() : to;
  }

  private static String subject(Outbound message) {
    String subject = message.addressing().map(Outbound.Addressing::subject).orElse("");
    return message.replyTo().isPresent() ? Subjects.answer(subject) : subject;
  }

  private InternetAddress sender(String address) throws AddressException {
    InternetAddress sender = address(address);
    try {
      if (name.isPresent()) {
        sender.setPersonal(HeaderWriter.plain(name.get()), StandardCharsets.UTF_8.name());
      }
    } catch (UnsupportedEncodingException impossible) {
      throw new IllegalStateException("Every Java platform has UTF-8.", impossible);
    }
    return sender;
  }

  private static List<InternetAddress> addresses(List<String> addresses) throws AddressException {
    List<InternetAddress> all = new ArrayList<>();
    for (String address : addresses) {
      all.add(address(address));
    }
    return all;
  }

  /** One address and nothing else: no group, no second one, no route. */
  private static InternetAddress address(String address) throws AddressException {
    if (!address.equals(HeaderWriter.plain(address)) || address.length() > 320) {
      throw new AddressException("This is no address", HeaderWriter.plain(address));
    }
    InternetAddress one = new InternetAddress(address, true);
    if (one.isGroup() || !address.equals(one.getAddress()) || address.indexOf('@') < 1) {
      throw new AddressException("This is no address", address);
    }
    return one;
  }

  /** The conversation's ids, the parent last; of many the first and the last ones (RFC 5322). */
  private static List<String> references(Outbound message) {
    List<String> ids = new ArrayList<>();
    if (isId(message.thread())) {
      ids.add(message.thread());
    }
    message.earlier().stream().filter(Letterwriter::isId).forEach(ids::add);
    message
        .replyTo()
        .filter(Letterwriter::isId)
        .ifPresent(
            parent -> {
              ids.remove(parent);
              ids.add(parent);
            });
    List<String> distinct = ids.stream().distinct().toList();
    if (distinct.size() <= MOST_REFERENCES) {
      return distinct;
    }
    List<String> some = new ArrayList<>(distinct.subList(0, 1));
    some.addAll(distinct.subList(distinct.size() - MOST_REFERENCES + 1, distinct.size()));
    return some;
  }

  /** Whether it was a mail's Message-ID, and not our own name for one that has none. */
  private static boolean isId(String id) {
    return id.length() <= LONGEST_ID
        && id.matches("[\\x21-\\x3B\\x3D\\x3F-\\x7E]+@[\\x21-\\x3B\\x3D\\x3F-\\x7E]+");
  }

  private static byte[] joined(String header, byte[] body) {
    byte[] head = header.getBytes(StandardCharsets.UTF_8);
    byte[] mail = new byte[head.length + body.length];
    System.arraycopy(head, 0, mail, 0, head.length);
    System.arraycopy(body, 0, mail, head.length, body.length);
    return mail;
  }
}
