package io.svara.testing.mailservers;

import io.svara.testing.launcher.Peers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** Where the programs of this machine are; the calling test ends as {@link Peers} says. */
final class Programs {
  private Programs() {}

  /** Every program that is started, and the right to start it. */
  static void require() {
    Stream.of("postfix", "postconf", "postqueue", "dovecot", "doveadm", "openssl", "setsid")
        .forEach(Programs::path);
    Peers.require(
        "root among us",
        Optional.of("root").filter(root -> isRoot()),
        "run the tests as root, since Postfix gives each of its processes another user");
  }

  static String path(String name) {
    return Peers.require(
            name + " on the PATH", find(name), "install postfix, dovecot-imapd and openssl")
        .toString();
  }

  private static Optional<Path> find(String name) {
    return Stream.concat(
            Stream.of(System.getenv("PATH").split(":")), Stream.of("/usr/sbin", "/sbin"))
        .map(folder -> Path.of(folder, name))
        .filter(Files::isExecutable)
        .findFirst();
  }

  private static boolean isRoot() {
    try {
      return Integer.valueOf(0).equals(Files.getAttribute(Path.of("/proc/self"), "unix:uid"));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
