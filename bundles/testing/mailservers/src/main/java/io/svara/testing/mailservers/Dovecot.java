package io.svara.testing.mailservers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Gives people their mailboxes, and tells Postfix who they are. */
final class Dovecot implements AutoCloseable {
  private final Path folder;
  private final Path configuration;
  private final int port;
  private Supervised master;

  private Dovecot(Path folder, int port) {
    this.folder = folder;
    this.configuration = folder.resolve("dovecot/dovecot.conf");
    this.port = port;
  }

  static Dovecot configure(Path folder, Setup setup, String password, Map<String, String> values)
      throws IOException {
    Dovecot dovecot = new Dovecot(folder, Integer.parseInt(values.get("imap")));
    Map<String, String> own = new HashMap<>(values);
    boolean tokens = setup.introspection().isPresent();
    own.put("mechanisms", tokens ? " xoauth2 oauthbearer" : "");
    own.put("oauth", tokens ? "!include " + folder + "/dovecot/oauth.conf" : "");
    Template.write("dovecot.conf", own, dovecot.configuration);
    if (tokens) {
      own.put("introspection", setup.introspection().map(Object::toString).orElseThrow());
      Template.write("oauth.conf", own, folder.resolve("dovecot/oauth.conf"));
      Template.write("tokens.conf", own, folder.resolve("dovecot/tokens.conf"));
    }
    Files.writeString(
        folder.resolve("dovecot/users"),
        StreamSupport.stream(setup.mailboxes().spliterator(), false)
            .map(mailbox -> mailbox + ":{PLAIN}" + password + "::::::\n")
            .collect(Collectors.joining()));
    return dovecot;
  }

  void start() throws IOException {
    master =
        Supervised.start(
            folder.resolve("dovecot.out"),
            Programs.path("dovecot"),
            "-F",
            "-c",
            configuration.toString());
  }

  /** Waits until it answers. */
  void awaitAnswering() {
    Greeting.await(port, "* OK", master);
  }

  /** Everybody who is signed in, as {@code doveadm who} prints it. */
  String who() throws IOException {
    return Command.run(Programs.path("doveadm"), "-c", configuration.toString(), "who");
  }

  /**
   * How many sessions are in IDLE on a folder, by the titles that Dovecot gives its processes, and
   * by the index that each holds open of the folder that it has selected.
   */
  int idling(Path maildir) {
    return (int) master.server().children().filter(child -> idles(child.pid(), maildir)).count();
  }

  private static boolean idles(long pid, Path maildir) {
    try {
      String title = Files.readString(Path.of("/proc/" + pid + "/cmdline")).replace('\0', ' ');
      if (!title.contains("/imap ") || !title.contains(" IDLE")) {
        return false;
      }
      try (var files = Files.list(Path.of("/proc/" + pid + "/fd"))) {
        return files
            .map(Dovecot::target)
            .flatMap(Optional::stream)
            .anyMatch(maildir.resolve("dovecot.index.log")::equals);
      }
    } catch (IOException ended) {
      return false;
    }
  }

  private static Optional<Path> target(Path link) {
    try {
      return Optional.of(Files.readSymbolicLink(link));
    } catch (IOException closed) {
      return Optional.empty();
    }
  }

  Supervised process() {
    return master;
  }

  @Override
  public void close() throws IOException {
    if (master != null) {
      master.close();
    }
  }
}
