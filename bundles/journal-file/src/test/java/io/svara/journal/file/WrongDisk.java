package io.svara.journal.file;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;

/** A disk on which a right journal does what a wrong one would do on a right disk. */
abstract class WrongDisk implements Disk {
  private final Disk disk;

  WrongDisk(Disk disk) {
    this.disk = disk;
  }

  /** A journal that never forces. */
  static final class NeverForces extends WrongDisk {
    NeverForces(Disk disk) {
      super(disk);
    }

    @Override
    DiskFile file(DiskFile file) {
      return new WrongFile(file) {
        @Override
        public void force() {}
      };
    }
  }

  /** A journal that acknowledges first and forces when it has the next thing to write. */
  static final class ForcesLate extends WrongDisk {
    ForcesLate(Disk disk) {
      super(disk);
    }

    @Override
    DiskFile file(DiskFile file) {
      return new WrongFile(file) {
        private boolean owed;

        @Override
        public void write(ByteBuffer from, long at) throws IOException {
          if (owed) {
            owed = false;
            super.force();
          }
          super.write(from, at);
        }

        @Override
        public void force() {
          owed = true;
        }
      };
    }
  }

  /** A journal that forces its files and not their names. */
  static final class ForgetsNames extends WrongDisk {
    ForgetsNames(Disk disk) {
      super(disk);
    }

    @Override
    public void forceNames(Path folder) {}
  }

  DiskFile file(DiskFile file) {
    return file;
  }

  @Override
  public List<String> list(Path folder) throws IOException {
    return disk.list(folder);
  }

  @Override
  public void makeFolders(Path folder) throws IOException {
    disk.makeFolders(folder);
  }

  @Override
  public boolean exists(Path file) {
    return disk.exists(file);
  }

  @Override
  public DiskFile read(Path file) throws IOException {
    return disk.read(file);
  }

  @Override
  public DiskFile write(Path file) throws IOException {
    return file(disk.write(file));
  }

  @Override
  public DiskFile create(Path file) throws IOException {
    return file(disk.create(file));
  }

  @Override
  public void rename(Path from, Path to) throws IOException {
    disk.rename(from, to);
  }

  @Override
  public void delete(Path file) throws IOException {
    disk.delete(file);
  }

  @Override
  public void forceNames(Path folder) throws IOException {
    disk.forceNames(folder);
  }

  @Override
  public Closeable lock(Path file) throws IOException {
    return disk.lock(file);
  }

  private static class WrongFile implements DiskFile {
    private final DiskFile file;

    WrongFile(DiskFile file) {
      this.file = file;
    }

    @Override
    public void read(ByteBuffer into, long at) throws IOException {
      file.read(into, at);
    }

    @Override
    public void write(ByteBuffer from, long at) throws IOException {
      file.write(from, at);
    }

    @Override
    public void force() throws IOException {
      file.force();
    }

    @Override
    public void truncate(long size) throws IOException {
      file.truncate(size);
    }

    @Override
    public long size() throws IOException {
      return file.size();
    }

    @Override
    public void close() throws IOException {
      file.close();
    }
  }
}
