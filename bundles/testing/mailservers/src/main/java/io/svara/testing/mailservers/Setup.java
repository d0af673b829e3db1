package io.svara.testing.mailservers;

import java.io.IOException;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Who lives on the servers that are about to be started. */
public final class Setup {
  private final Map<String, Home> addresses = new LinkedHashMap<>();
  private Optional<URI> introspection = Optional.empty();
  private boolean forgetful;
  private String host = "mail.lumavik.example";

  /** The folder of a mailbox in which an address's mails come to lie. */
  record Home(String mailbox, String folder) {
    /** Below the folder of all mails, as Postfix wants it: with a slash at the end. */
    String path() {
      int at = mailbox.indexOf('@');
      String inbox = mailbox.substring(at + 1) + "/" + mailbox.substring(0, at) + "/";
      return folder.equals("INBOX") ? inbox : inbox + "." + folder.replace('/', '.') + "/";
    }
  }

  Setup() {}

  /** A mailbox of its own, which is signed in to by its address. */
  public Setup mailbox(String address) {
    return address(address, address);
  }

  /** A further address of a mailbox, whose mails come into its inbox. */
  public Setup address(String address, String mailbox) {
    return address(address, mailbox, "INBOX");
  }

  /** A further address of a mailbox, whose mails are sorted into that folder. */
  public Setup address(String address, String mailbox, String folder) {
    addresses.put(address, new Home(mailbox, folder));
    return this;
  }

  /**
   * Carries mails as the worst of gateways do: nothing of their header tells any more which mail
   * they answer, that a machine wrote them, or their id; and each gets a subject of its own.
   */
  public Setup forgetful() {
    forgetful = true;
    return this;
  }

  /** How the servers call themselves. */
  public Setup host(String name) {
    host = name;
    return this;
  }

  /**
   * Lets people sign in to IMAP and SMTP by XOAUTH2 and OAUTHBEARER as well.
   *
   * @param address of token introspection (RFC 7662), asked by POST; an answer that says {@code
   *     "active": true} and the mailbox's address as {@code username} lets in
   */
  public Setup tokensAskedAt(URI address) {
    introspection = Optional.of(address);
    return this;
  }

  /**
   * Starts the servers and waits until they answer.
   *
   * @throws org.opentest4j.TestAbortedException where a program or a right is missing and may be
   * @throws AssertionError where it is missing and {@code SVARA_REQUIRE_PEERS=1} is set
   */
  public MailServers start() throws IOException {
    Programs.require();
    return MailServers.start(this);
  }

  Map<String, Home> addresses() {
    return addresses;
  }

  Iterable<String> mailboxes() {
    return addresses.values().stream()
        .map(Home::mailbox)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  String domains() {
    return addresses.keySet().stream()
        .map(address -> address.substring(address.indexOf('@') + 1))
        .distinct()
        .collect(Collectors.joining(" "));
  }

  Home home(String address) {
    return Optional.ofNullable(addresses.get(address))
        .orElseThrow(() -> new IllegalArgumentException("Nobody has the address " + address));
  }

  boolean isForgetful() {
    return forgetful;
  }

  Optional<URI> introspection() {
    return introspection;
  }

  String host() {
    return host;
  }
}
