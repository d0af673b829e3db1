package io.svara.host.call;

import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Who works for an account now. Two calls of one kind never run at once for one account, also not
 * by two versions; a lease lasts until its call has truly ended, so a thread that was given up
 * still holds it.
 */
public final class Leases {
  private final ConcurrentMap<Key, Lease> taken = new ConcurrentHashMap<>();

  /**
   * Takes the lease for a call that is about to start, as soon as who has it lets go: a version
   * that takes over waits for the last call of the one before it.
   *
   * @param holder as messages name it: {@code facebook 1.0.0}
   * @param patience how long to wait for it
   * @throws Busy when another call keeps it
   */
  public Lease take(String account, Kind kind, String holder, Duration patience)
      throws Busy, InterruptedException {
    Lease lease = new Lease(this, new Key(account, kind), holder);
    long end = System.nanoTime() + patience.toNanos();
    Lease other = taken.putIfAbsent(lease.key, lease);
    while (other != null && other.gone.await(end - System.nanoTime(), TimeUnit.NANOSECONDS)) {
      other = taken.putIfAbsent(lease.key, lease);
    }
    if (other != null) {
      throw new Busy(
          "Account "
              + account
              + " is "
              + kind.doing
              + " by "
              + other.holder
              + " whose call has not ended; "
              + holder
              + " waits.");
    }
    return lease;
  }

  /** What a lease is for. */
  public enum Kind {
    /** Polling or streaming. */
    NEWS("read"),
    /** Sending. */
    WORDS("written to");

    private final String doing;

    Kind(String doing) {
      this.doing = doing;
    }
  }

  private record Key(String account, Kind kind) {}

  /** A lease that was taken. */
  public static final class Lease implements AutoCloseable {
    private final Leases leases;
    private final Key key;
    private final String holder;
    private final CountDownLatch gone = new CountDownLatch(1);

    private Lease(Leases leases, Key key, String holder) {
      this.leases = leases;
      this.key = key;
      this.holder = holder;
    }

    /** Lets another call begin. */
    @Override
    public void close() {
      leases.taken.remove(key, this);
      gone.countDown();
    }
  }
}
