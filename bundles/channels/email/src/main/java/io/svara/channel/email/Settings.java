package io.svara.channel.email;

import io.svara.api.channel.AccountRefused;
import io.svara.api.channel.ChannelHost;
import io.svara.api.channel.Http;
import io.svara.api.channel.OAuth;
import io.svara.channel.email.net.Server;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** An account's settings, read when they are asked for. For one call. */
public record Settings(ChannelHost.Account account) {
  static final String ADDRESS = "address";
  static final String IMAP_URL = "imapUrl";
  static final String SMTP_URL = "smtpUrl";
  static final String AUTHORIZE_URL = "authorizeUrl";
  static final String TOKEN_URL = "tokenUrl";
  private static final String BY_PASSWORD = "password";
  private static final long MEGABYTE = 1L << 20;
  private static final int MOST_MEGABYTES = 60;
  private static final int SHORTEST_POLL = 1;

  /** Servers end an IDLE after half an hour (RFC 2177), so it is renewed before. */
  private static final int LONGEST_POLL = 29 * 60;

  /** The address that the account writes from. */
  public String address() {
    return text(ADDRESS).orElse(account.platformId());
  }

  /** All addresses of the mailbox, in lower case, {@link #address()} first. */
  public List<String> addresses() {
    return Stream.concat(Stream.of(address()), list("addresses").stream())
        .map(address -> address.toLowerCase(Locale.ROOT))
        .distinct()
        .toList();
  }

  /** The folders to read, the one to listen to first. */
  public List<String> folders() {
    List<String> folders = list("folders");
    return folders.isEmpty() ? List.of("INBOX") : folders;
  }

  /** The name that readers see beside the address. */
  public Optional<String> senderName() {
    return text("senderName");
  }

  /** Whether mail to {@code name+anything@} comes to this mailbox. */
  public boolean plusAddresses() {
    return text("plusAddresses").filter(Boolean::parseBoolean).isPresent();
  }

  /** The folder in which copies of sent mail lie. */
  public Optional<String> sentFolder() {
    return text("sentFolder");
  }

  /** Whether we put them there; else the server does, or nobody. */
  public boolean keepsCopies() {
    return text("sentCopies").filter(Boolean::parseBoolean).isPresent();
  }

  /** SHA-256 of the one certificate to trust. */
  public Optional<String> certificate() {
    return text("certificate");
  }

  /** The largest mail that is taken in whole, in bytes. */
  public long mostBytes() {
    return number("mostMegabytes", 25, 1, MOST_MEGABYTES) * MEGABYTE;
  }

  /** How often is looked where nobody tells, and whether who should tell is still there. */
  public Duration poll() {
    return Duration.ofSeconds(number("pollSeconds", 60, SHORTEST_POLL, LONGEST_POLL));
  }

  /** Mail that came to the folder before is left alone when the folder is read the first time. */
  public Optional<LocalDate> since() {
    try {
      return text("since").map(LocalDate::parse);
    } catch (DateTimeParseException none) {
      return Optional.empty();
    }
  }

  /** Where mail is read. */
  public Server imap() throws AccountRefused {
    return server(IMAP_URL, "imap", "imaps://imap.example.org");
  }

  /** Where mail is sent. */
  public Server smtp() throws AccountRefused {
    return server(SMTP_URL, "smtp", "submission://smtp.example.org");
  }

  private Server server(String setting, String protocol, String such) throws AccountRefused {
    return text(setting)
        .flatMap(url -> Server.of(url, protocol))
        .orElseThrow(
            () ->
                new AccountRefused(
                    "no-" + setting,
                    "The account's setting "
                        + setting
                        + " names no server; enter an address such as "
                        + such
                        + "."));
  }

  /** The name to sign in with. */
  public String user() {
    return text("user").orElse(address());
  }

  /** Whether the account signs in by OAuth rather than by its password. */
  public boolean byToken() {
    return text(OAuth.SETTING).filter(way -> !way.equals(BY_PASSWORD)).isPresent();
  }

  /** What proves the name: the password, or a token of the account's connection. */
  public String proof() throws AccountRefused, Http.NotSent, Http.NoAnswer {
    if (byToken()) {
      return account.accessToken();
    }
    return account
        .secret("password")
        .filter(password -> !password.isEmpty())
        .orElseThrow(
            () ->
                new AccountRefused(
                    "no-password", "The account has no password: enter it on the page Channels."));
  }

  private Optional<String> text(String name) {
    return account.setting(name).map(String::strip).filter(value -> !value.isEmpty());
  }

  private List<String> list(String name) {
    List<String> found = new ArrayList<>();
    for (String one : text(name).orElse("").split("[,\n]")) {
      if (!one.isBlank()) {
        found.add(one.strip());
      }
    }
    return List.copyOf(found);
  }

  private long number(String name, int usual, int least, int most) {
    return text(name)
        .filter(value -> value.matches("\\d{1,6}"))
        .map(Integer::parseInt)
        .map(value -> Math.max(least, Math.min(most, value)))
        .orElse(usual);
  }
}
