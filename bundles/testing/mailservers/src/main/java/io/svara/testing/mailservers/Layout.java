package io.svara.testing.mailservers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.stream.Stream;

/** The folder of one pair of servers: made with the owners that they insist on, and removed. */
final class Layout {
  /** Who owns the mails: nobody that this machine knows by name. */
  static final int MAIL_USER = 5000;

  private Layout() {}

  static Path make() throws IOException {
    // Short, since paths of sockets may have 107 bytes.
    Path folder = Files.createTempDirectory("mail");
    permit(folder, "rwxr-xr-x");
    queue(folder.resolve("queue"));
    own(Files.createDirectories(folder.resolve("state")), "postfix", "postfix");
    mails(folder.resolve("mail"));
    return folder;
  }

  private static void queue(Path queue) throws IOException {
    for (String name :
        "active bounce corrupt defer deferred flush hold incoming private saved trace".split(" ")) {
      Path folder = Files.createDirectories(queue.resolve(name));
      own(folder, "postfix", "postfix");
      permit(folder, "rwx------");
    }
    Files.createDirectories(queue.resolve("pid"));
    own(Files.createDirectories(queue.resolve("maildrop")), "postfix", "postdrop");
    permit(queue.resolve("maildrop"), "rwx-wx---");
    own(Files.createDirectories(queue.resolve("public")), "postfix", "postdrop");
    permit(queue.resolve("public"), "rwx--x---");
  }

  /** A folder that the servers of mails may write to. */
  static void mails(Path folder) throws IOException {
    Files.createDirectories(folder);
    belong(folder);
  }

  /** Gives a file to the owner of all mails. */
  static void belong(Path file) throws IOException {
    Files.setAttribute(file, "unix:uid", MAIL_USER);
    Files.setAttribute(file, "unix:gid", MAIL_USER);
  }

  private static void own(Path file, String user, String group) throws IOException {
    var names = file.getFileSystem().getUserPrincipalLookupService();
    PosixFileAttributeView view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
    view.setOwner(names.lookupPrincipalByName(user));
    view.setGroup(names.lookupPrincipalByGroupName(group));
  }

  private static void permit(Path file, String permissions) throws IOException {
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
  }

  static void remove(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      files
          .sorted(Comparator.reverseOrder())
          .forEach(
              file -> {
                try {
                  Files.deleteIfExists(file);
                } catch (IOException failure) {
                  throw new UncheckedIOException(failure);
                }
              });
    }
  }
}
