package io.svara.channel.email.imap;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What this connector writes on top of each mail that it takes in, as every server on a mail's way
 * does: a header field, from which the mail can be read later without asking anybody. Only as the
 * very first field is it ours, so nobody else can write it.
 *
 * @param folder where the mail lies
 * @param uid its UID there, behind the folder's UIDVALIDITY and a dot
 * @param addresses of the mailbox, in lower case
 * @param whole the mail's size in bytes where only its beginning was taken in, else -1
 * @param sent whether the folder is the account's for what it sent; nobody else can put mail there
 */
public record Slip(String folder, String uid, List<String> addresses, long whole, boolean sent) {
  private static final String FIELD = "X-Svara-Mailbox:";
  private static final int LONGEST = 64 << 10;

  public Slip {
    addresses = List.copyOf(addresses);
  }

  /** A mail with the slip that was on top of it. */
  public record Read(Optional<Slip> slip, byte[] mail) {}

  /** The mail with this on top. */
  byte[] on(byte[] mail) {
    StringBuilder field = new StringBuilder(FIELD);
    field.append(" folder=").append(coded(folder)).append(";\r\n uid=").append(uid);
    addresses.forEach(address -> field.append(";\r\n own=").append(coded(address)));
    if (whole >= 0) {
      field.append(";\r\n whole=").append(whole);
    }
    if (sent) {
      field.append(";\r\n sent=yes");
    }
    byte[] head = field.append("\r\n").toString().getBytes(StandardCharsets.US_ASCII);
    byte[] both = Arrays.copyOf(head, head.length + mail.length);
    System.arraycopy(mail, 0, both, head.length, mail.length);
    return both;
  }

  private static String coded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  /** Takes the slip off. */
  public static Read off(byte[] body) {
    byte[] name = FIELD.getBytes(StandardCharsets.US_ASCII);
    if (body.length < name.length || !Arrays.equals(name, Arrays.copyOf(body, name.length))) {
      return new Read(Optional.empty(), body);
    }
    int end = name.length;
    while (end < Math.min(body.length, LONGEST)
        && !(body[end] == '\n' && (end + 1 == body.length || body[end + 1] != ' '))) {
      end++;
    }
    int mail = Math.min(body.length, end + 1);
    String field = new String(body, name.length, end - name.length, StandardCharsets.US_ASCII);
    return new Read(Optional.of(read(field)), Arrays.copyOfRange(body, mail, body.length));
  }

  private static Slip read(String field) {
    Map<String, String> values = new TreeMap<>();
    List<String> addresses = new ArrayList<>();
    Stream.of(field.split(";"))
        .map(part -> part.strip().split("=", 2))
        .filter(pair -> pair.length == 2)
        .forEach(
            pair -> {
              String value = decoded(pair[1]);
              if (pair[0].equals("own")) {
                addresses.add(value);
              } else {
                values.put(pair[0], value);
              }
            });
    String whole = values.getOrDefault("whole", "-1");
    return new Slip(
        values.getOrDefault("folder", ""),
        values.getOrDefault("uid", ""),
        addresses,
        whole.matches("\\d{1,15}") ? Long.parseLong(whole) : -1,
        values.getOrDefault("sent", "").equals("yes"));
  }

  private static String decoded(String value) {
    try {
      return URLDecoder.decode(value, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException strange) {
      return value;
    }
  }
}
