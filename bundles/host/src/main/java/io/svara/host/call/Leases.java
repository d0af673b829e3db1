package io.svara.host.call;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * Who works for an account now. Two calls of one kind never run at once for one account, also not
 * by two versions; a lease lasts until its call has truly ended, so a thread that was given up
 * still holds it.
 */
public final class Leases {
  private final ConcurrentMap<Key, Lease> taken = new ConcurrentHashMap<>();

  /**
   * Takes the lease for a call that is about to start.
   *
   * @param holder as messages name it: {@code facebook 1.0.0}
   * @throws Busy when another call has it
   */
  public Lease take(String account, Kind kind, String holder) throws Busy {
    Lease lease = new Lease(this, new Key(account, kind), holder);
    Lease other = taken.putIfAbsent(lease.key, lease);
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

    private Lease(Leases leases, Key key, String holder) {
      this.leases = leases;
      this.key = key;
      this.holder = holder;
    }

    /** Lets another call begin. */
    @Override
    public void close() {
      leases.taken.remove(key, this);
    }
  }
}
