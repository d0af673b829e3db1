package io.svara.gateway.people;

import io.svara.engine.desk.Actor;
import io.svara.engine.desk.Role;
import io.svara.engine.people.User;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.Set;

/**
 * Makes the first user of a journal that knows none: {@code admin}, with a password and a token at
 * random, told in a file that only its owner can read.
 */
final class FirstAdministrator {
  private static final String NAME = "admin";

  private final UserDirectory users;
  private final Credentials credentials;
  private final Path file;

  FirstAdministrator(UserDirectory users, Credentials credentials, Path file) {
    this.users = users;
    this.credentials = credentials;
    this.file = file;
  }

  /**
   * Makes the user, unless there is one. The journal hears of it last: whatever is cut short before
   * is done anew by the next start.
   *
   * @return whether one was made
   */
  boolean ensure() throws IOException {
    if (!users.all().isEmpty()) {
      return false;
    }
    String password = Digests.randomSecret();
    credentials.forget(NAME);
    credentials.setPassword(NAME, password);
    String token = credentials.newToken(NAME);
    write("user=" + NAME + "\npassword=" + password + "\ntoken=" + token + "\n");
    users.define(
        new User(NAME, Set.of(Role.ADMIN), Locale.ROOT),
        new Actor("svara", Set.of(Role.ADMIN), Locale.ENGLISH));
    return true;
  }

  private void write(String content) throws IOException {
    Path fresh =
        Files.createTempFile(
            file.getParent(),
            ".initial-admin",
            ".properties",
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    try (FileChannel channel = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
      channel.write(ByteBuffer.wrap(content.getBytes(StandardCharsets.ISO_8859_1)));
      channel.force(true);
    }
    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }
}
