package io.svara.testing.mailservers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A folder of a mailbox as the files that it is made of. For any thread. */
public final class Maildir {
  private static final AtomicLong NEXT = new AtomicLong();

  private final Path folder;

  Maildir(Path folder) {
    this.folder = folder;
  }

  Path folder() {
    return folder;
  }

  /**
   * The mails as they lie there, read or not, in the order of their names, which is roughly that of
   * their coming.
   */
  public List<byte[]> mails() {
    List<byte[]> mails = new ArrayList<>();
    for (Path file : files()) {
      try {
        mails.add(Files.readAllBytes(file));
      } catch (NoSuchFileException moved) {
        // Dovecot moves what it has seen, and gives it another name.
        return mails();
      } catch (IOException failure) {
        throw new UncheckedIOException(failure);
      }
    }
    return mails;
  }

  /** How many mails there are. */
  public int size() {
    return files().size();
  }

  /** Makes it, where it is not there yet, with all that leads to it. */
  void make() throws IOException {
    for (Path made : List.of(folder.getParent(), folder)) {
      Layout.mails(made);
    }
    for (String name : List.of("tmp", "new", "cur")) {
      Layout.mails(folder.resolve(name));
    }
  }

  /** Puts mails there as an earlier delivery would have, without a server's work. */
  public void fill(Iterable<byte[]> mails) throws IOException {
    make();
    for (byte[] mail : mails) {
      String name =
          String.format("%010d.P%d.here", 1_000_000_000L + NEXT.get(), NEXT.incrementAndGet());
      Path file = Files.write(folder.resolve("tmp").resolve(name), mail);
      Layout.belong(file);
      Files.move(file, folder.resolve("new").resolve(name));
    }
  }

  /** Forgets the numbers that the mails have, so that Dovecot gives them others. */
  void renumber() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.collect(Collectors.toList())) {
        String name = file.getFileName().toString();
        if (name.equals("dovecot-uidlist") || name.startsWith("dovecot.index")) {
          Files.delete(file);
        }
      }
    }
  }

  private List<Path> files() {
    return Stream.of("cur", "new")
        .map(folder::resolve)
        .filter(Files::isDirectory)
        .flatMap(Maildir::list)
        .sorted(Comparator.comparing(file -> file.getFileName().toString()))
        .collect(Collectors.toList());
  }

  private static Stream<Path> list(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.collect(Collectors.toList()).stream();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
