package io.svara.channel.email.report;

import io.svara.channel.email.mime.Part;
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
          "administrator",
          "systemadministrator",
          "admin",
          "postoffice",
          "bounce",
          "bounces",
          "nondelivery",
          "mailgateway",
          "mailscanner",
          "mailmarshal",
          "antispam",
          "virusalert");

  private Senders() {}

  /** Whether a From names a mailer daemon, by its address or by its name. */
  static boolean daemon(String from) {
    String plain = from.toLowerCase(Locale.ROOT);
    return DAEMONS.contains(role(from))
        || role(from).startsWith("mailerdaemon")
        || plain.contains("mailer-daemon")
        || plain.contains("mail delivery s")
        || plain.contains("mail delivery service")
        || plain.contains("mail administrator")
        || plain.contains("delivery subsystem")
        || plain.contains("mailer daemon")
        || plain.contains("internet mail delivery");
  }

  /** Whether a From names those who look after mail: people as well as programs. */
  static boolean master(String from) {
    String role = role(from);
    String plain = from.toLowerCase(Locale.ROOT);
    return MASTERS.contains(role)
        || role.endsWith("postmaster")
        || plain.contains("postmaster")
        || plain.contains("system administrator")
        || plain.contains("mail system")
        || plain.contains("content filter")
        || plain.contains("content-filter");
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
