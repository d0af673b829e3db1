package io.svara.channel.email.report;

import io.svara.channel.email.mime.Part;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Who a mail is from: a person, or the mail system itself. */
final class Senders {

  private static final Set<String> DAEMONS =
      Set.of(
          "mailerdaemon",
          "maildaemon",
          "mailerdeamon",
          "mdaemon",
          "mailer",
          "mailerror",
          "mailsystem",
          "maildelivery",
          "maildeliverysystem",
          "maildeliverysubsystem",
          "mailsubsystem",
          "bouncedaemon",
          "smtpdaemon",
          "deliveryerror");
  private static final Set<String> MASTERS =
      Set.of(
          "postmaster",
          "poostmaster",
          "postmasters",
          "mailmaster",
          "mailadmin",
          "mailadministrator",
          "postoffice",
          "mailgateway",
          "mailscanner",
          "mailmarshal");

  private static final Set<String> OFFICES =
      Set.of(
          "administrator",
          "systemadministrator",
          "bounce",
          "nondelivery",
          "antispam",
          "root",
          "hostmaster",
          "owner",
          "listmaster");
  private static final List<String> NAMES_OF_DAEMONS =
      List.of(
          "mailer-daemon",
          "mailer daemon",
          "mail delivery s",
          "mail administrator",
          "delivery subsystem",
          "mail deliverer",
          "mail delivery agent",
          "internet mail delivery",
          "mail router");
  private static final List<String> NAMES_OF_MASTERS =
      List.of(
          "postmaster",
          "system administrator",
          "mail system",
          "mail server",
          "mailserver",
          "mail gateway",
          "content filter",
          "content-filter",
          "spam firewall",
          "interscan",
          "mailsweeper",
          "mailmarshal",
          "delivery notification",
          "non-delivery");

  private Senders() {}

  /** Whether a From names a mailer daemon, by its address or by its name. */
  static boolean daemon(String from) {
    String plain = from.toLowerCase(Locale.ROOT);
    return DAEMONS.contains(role(from))
        || role(from).startsWith("mailerdaemon")
        || role(from).startsWith("microsoftexchange")
        || NAMES_OF_DAEMONS.stream().anyMatch(plain::contains);
  }

  /** Whether a From names those who look after mail: people as well as programs. */
  static boolean master(String from) {
    String role = role(from);
    String plain = from.toLowerCase(Locale.ROOT);
    return MASTERS.contains(role)
        || role.endsWith("postmaster")
        || role.endsWith("mlserver")
        || NAMES_OF_MASTERS.stream().anyMatch(plain::contains);
  }

  /** Whether a From names what people use as well as programs do. */
  static boolean office(String from) {
    String role = role(from);
    return OFFICES.contains(role) || role.endsWith("admin") || role.endsWith("bounces");
  }

  private static String role(String from) {
    return Addresses.role(
        Addresses.in(from).stream().findFirst().orElse(from.replaceAll("[<>]", "")));
  }

  /** Whether the envelope had no sender (RFC 5321, 4.5.5), as far as the last server noted it. */
  static boolean none(Part root) {
    Optional<String> path = root.field("Return-Path");
    return path.filter(value -> value.isBlank() || value.strip().equals("<>")).isPresent()
        || path.filter(Senders::daemon).isPresent();
  }
}
