package io.svara.journal.file;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * A disk that keeps what was forced and, when the power goes, whatever it likes of the rest: writes
 * in part, by sectors or bytes, later ones without earlier ones; names up to some point. It can
 * also be full, and fail a force as Linux does: what was not written by then counts as clean and is
 * never written again, though it still reads back until the power goes.
 */
final class SimulatedDisk implements Disk {
  private static final int SECTOR = 512;

  private interface Change {
    void applyTo(Inode inode, Random random);
  }

  private static final class Inode {
    private byte[] seen = new byte[0];
    private byte[] durable = new byte[0];
    private final List<Change> unforced = new ArrayList<>();
  }

  private record Naming(Path folder, Map<Path, Inode> added, List<Path> removed) {
    void applyTo(Map<Path, Inode> names) {
      removed.forEach(names::remove);
      names.putAll(added);
    }
  }

  private final Random random;
  private final Map<Path, Inode> names = new TreeMap<>();
  private final Map<Path, Inode> durableNames = new HashMap<>();
  private final List<Naming> unforcedNames = new ArrayList<>();
  private long operationsLeft = Long.MAX_VALUE;
  private boolean full;
  private int forcesUntilFailure = -1;

  SimulatedDisk(Random random) {
    this.random = random;
  }

  // ---- what happens to the disk

  /** The power goes at the n-th operation from now. */
  void cutPowerAfter(long operations) {
    operationsLeft = operations;
  }

  boolean hasPower() {
    return operationsLeft > 0;
  }

  void setFull(boolean full) {
    this.full = full;
  }

  void failOneForce(int after) {
    forcesUntilFailure = after;
  }

  /** What a new process finds after the power came back. */
  SimulatedDisk rebooted() {
    SimulatedDisk next = new SimulatedDisk(random);
    int named = random.nextInt(unforcedNames.size() + 1);
    unforcedNames.subList(0, named).forEach(naming -> naming.applyTo(durableNames));
    durableNames.forEach((path, inode) -> next.putDurable(path, survivorOf(inode)));
    return next;
  }

  /** What a new process finds when only the old one was killed: everything that was written. */
  SimulatedDisk afterKill() {
    operationsLeft = Long.MAX_VALUE;
    return this;
  }

  private byte[] survivorOf(Inode inode) {
    List<Change> unforced = List.copyOf(inode.unforced);
    if (random.nextInt(4) > 0) {
      unforced.forEach(change -> change.applyTo(inode, random));
    }
    return inode.durable;
  }

  private void putDurable(Path path, byte[] content) {
    Inode inode = new Inode();
    inode.seen = content.clone();
    inode.durable = content.clone();
    names.put(path, inode);
    durableNames.put(path, inode);
  }

  /** The bytes that a reader sees now. */
  byte[] bytes(Path path) {
    return names.get(path).seen.clone();
  }

  /** Changes bytes behind everybody's back, durably. */
  void corrupt(Path path, byte[] content) {
    names.remove(path);
    putDurable(path, content);
  }

  List<Path> files() {
    return List.copyOf(names.keySet());
  }

  // ---- the disk

  @Override
  public List<String> list(Path folder) throws IOException {
    return names.keySet().stream()
        .filter(path -> path.startsWith(folder) && !path.equals(folder))
        .map(path -> folder.relativize(path).getName(0).toString())
        .distinct()
        .toList();
  }

  @Override
  public void makeFolders(Path folder) throws IOException {
    operate();
  }

  @Override
  public boolean exists(Path file) {
    return names.containsKey(file);
  }

  @Override
  public DiskFile read(Path file) throws IOException {
    Inode inode = names.get(file);
    if (inode == null) {
      throw new NoSuchFileException(file.toString());
    }
    return new File(inode);
  }

  @Override
  public DiskFile write(Path file) throws IOException {
    return read(file);
  }

  @Override
  public DiskFile create(Path file) throws IOException {
    operate();
    refuseIfFull();
    Inode inode = new Inode();
    name(new Naming(file.getParent(), Map.of(file, inode), List.of()));
    return new File(inode);
  }

  @Override
  public void rename(Path from, Path to) throws IOException {
    operate();
    name(new Naming(to.getParent(), Map.of(to, names.get(from)), List.of(from)));
  }

  @Override
  public void delete(Path file) throws IOException {
    operate();
    name(new Naming(file.getParent(), Map.of(), List.of(file)));
  }

  private void name(Naming naming) {
    naming.applyTo(names);
    unforcedNames.add(naming);
  }

  @Override
  public void forceNames(Path folder) throws IOException {
    operate();
    for (Naming naming : List.copyOf(unforcedNames)) {
      if (naming.folder().equals(folder)) {
        naming.applyTo(durableNames);
        unforcedNames.remove(naming);
      }
    }
  }

  @Override
  public Closeable lock(Path file) {
    return () -> {};
  }

  private void operate() throws IOException {
    if (operationsLeft-- <= 1) {
      operationsLeft = 0;
      throw new IOException("the power is off");
    }
  }

  private void refuseIfFull() throws IOException {
    if (full) {
      throw new IOException("No space left on device");
    }
  }

  private static byte[] put(byte[] content, byte[] bytes, int from, int length, long at) {
    int end = (int) at + length;
    byte[] result = end > content.length ? Arrays.copyOf(content, end) : content;
    System.arraycopy(bytes, from, result, (int) at, length);
    return result;
  }

  private record Write(byte[] bytes, long at) implements Change {
    @Override
    public void applyTo(Inode inode, Random random) {
      switch (random.nextInt(4)) {
        case 0 -> {} // Nothing of it came to the disk.
        case 1 -> put(inode, 0, bytes.length);
        case 2 -> put(inode, 0, random.nextInt(bytes.length + 1));
        default -> {
          for (int from = 0; from < bytes.length; from += SECTOR) {
            if (random.nextBoolean()) {
              put(inode, from, Math.min(SECTOR, bytes.length - from));
            }
          }
        }
      }
    }

    private void put(Inode inode, int from, int length) {
      inode.durable = SimulatedDisk.put(inode.durable, bytes, from, length, at + from);
    }
  }

  private record Cut(long size) implements Change {
    @Override
    public void applyTo(Inode inode, Random random) {
      if (random.nextBoolean() && inode.durable.length > size) {
        inode.durable = Arrays.copyOf(inode.durable, (int) size);
      }
    }
  }

  private final class File implements DiskFile {
    private final Inode inode;

    File(Inode inode) {
      this.inode = inode;
    }

    @Override
    public void read(ByteBuffer into, long at) {
      int length = (int) Math.min(into.remaining(), Math.max(0, inode.seen.length - at));
      if (length > 0) {
        into.put(inode.seen, (int) at, length);
      }
    }

    @Override
    public void write(ByteBuffer from, long at) throws IOException {
      byte[] bytes = new byte[from.remaining()];
      from.get(bytes);
      boolean last = operationsLeft == 1;
      if (!last) {
        operate();
      }
      if (full && at + bytes.length > inode.seen.length) {
        bytes = Arrays.copyOf(bytes, random.nextInt(bytes.length + 1));
      }
      inode.seen = put(inode.seen, bytes, 0, bytes.length, at);
      inode.unforced.add(new Write(bytes, at));
      if (last) {
        operate();
      }
      refuseIfFull();
    }

    @Override
    public void force() throws IOException {
      operate();
      if (forcesUntilFailure-- == 0) {
        List<Change> dirty = List.copyOf(inode.unforced);
        inode.unforced.clear();
        dirty.forEach(change -> change.applyTo(inode, random));
        throw new IOException("Input/output error");
      }
      applyAll();
    }

    private void applyAll() {
      for (Change change : inode.unforced) {
        if (change instanceof Write write) {
          write.put(inode, 0, write.bytes().length);
        } else if (change instanceof Cut cut && inode.durable.length > cut.size()) {
          inode.durable = Arrays.copyOf(inode.durable, (int) cut.size());
        }
      }
      inode.unforced.clear();
    }

    @Override
    public void truncate(long size) throws IOException {
      operate();
      if (inode.seen.length > size) {
        inode.seen = Arrays.copyOf(inode.seen, (int) size);
      }
      inode.unforced.add(new Cut(size));
    }

    @Override
    public long size() {
      return inode.seen.length;
    }

    @Override
    public void close() {}
  }
}
