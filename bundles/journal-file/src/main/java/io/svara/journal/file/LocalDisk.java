package io.svara.journal.file;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;

/** The file system of this machine. */
final class LocalDisk implements Disk {

  @Override
  public List<String> list(Path folder) throws IOException {
    if (Files.notExists(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  @Override
  public void makeFolders(Path folder) throws IOException {
    Path absolute = folder.toAbsolutePath();
    if (!Files.isDirectory(absolute)) {
      makeFolders(absolute.getParent());
      Files.createDirectories(absolute);
      forceNames(absolute.getParent());
    }
  }

  @Override
  public boolean exists(Path file) {
    return Files.exists(file);
  }

  @Override
  public DiskFile read(Path file) throws IOException {
    return new LocalFile(file, READ);
  }

  @Override
  public DiskFile write(Path file) throws IOException {
    return new LocalFile(file, READ, WRITE);
  }

  @Override
  public DiskFile create(Path file) throws IOException {
    // A new inode: one that somebody still reads, or that failed to be forced, is left alone.
    Files.deleteIfExists(file);
    Files.createFile(file);
    return write(file);
  }

  @Override
  public void rename(Path from, Path to) throws IOException {
    Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  @Override
  public void delete(Path file) throws IOException {
    Files.deleteIfExists(file);
  }

  @Override
  public void forceNames(Path folder) throws IOException {
    // Linux forces a folder's names by an fsync of the folder itself (fsync(2), NOTES).
    try (FileChannel channel = FileChannel.open(folder, READ)) {
      channel.force(true);
    }
  }

  @Override
  public Closeable lock(Path file) throws IOException {
    FileChannel channel = FileChannel.open(file, CREATE, READ, WRITE);
    try {
      FileLock lock = channel.tryLock();
      if (lock == null) {
        throw inUse(file);
      }
      channel.truncate(0);
      channel.write(US_ASCII.encode("process " + ProcessHandle.current().pid() + "\n"));
      return channel;
    } catch (OverlappingFileLockException e) {
      channel.close();
      throw inUse(file);
    } catch (IOException e) {
      channel.close();
      throw e;
    }
  }

  private static IOException inUse(Path file) throws IOException {
    ByteBuffer holder = ByteBuffer.wrap(Files.readAllBytes(file));
    return new IOException(
        "The folder "
            + file.toAbsolutePath().getParent()
            + " is in use by "
            + US_ASCII.decode(holder).toString().strip()
            + ", which holds the lock on "
            + file.getFileName()
            + "; stop that process or configure another folder.");
  }
}
