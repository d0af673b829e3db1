package io.svara.host.oauth;

import io.svara.api.channel.AccountRefused;
import io.svara.api.channel.Http.NoAnswer;
import io.svara.api.channel.Http.NotSent;
import io.svara.api.channel.OAuth;
import io.svara.engine.desk.Connection;
import io.svara.engine.desk.Connection.State;
import io.svara.engine.desk.Connection.Trouble;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * One account's grant while Svara runs. At most one renewal is under way, on a thread of the host:
 * whoever needs the token waits for it, and a call that is given up takes no answer with it.
 */
final class Slot {
  private static final String NOT_KEPT = "not_kept";
  private static final Duration ENOUGH = Duration.ofMinutes(1);
  private static final Duration PATIENCE = Duration.ofSeconds(45);

  private final String account;
  private final Vault vault;
  private final TokenEndpoint endpoint;
  private final Times times;
  private final Executor threads;
  private Optional<Grant> grant;
  private Times.Mark mark;
  private boolean kept = true;
  private Failure failure;
  private Trouble attempt;
  private CompletableFuture<Boolean> underWay;

  Slot(String account, Vault vault, TokenEndpoint endpoint, Times times, Executor threads) {
    this.account = account;
    this.vault = vault;
    this.endpoint = endpoint;
    this.times = times;
    this.threads = threads;
    this.grant = vault.of(account);
  }

  /** A token that is good for a minute or, while the platform is away, for as long as it is. */
  String token(Client client) throws AccountRefused, NotSent, NoAnswer {
    CompletableFuture<Boolean> renewal;
    synchronized (this) {
      Grant now = usable(client);
      Duration left = left(now);
      if (left.compareTo(Times.lead(now)) > 0) {
        return now.access();
      }
      renewal = renew(client, now);
      if (left.compareTo(ENOUGH) >= 0 || (renewal == null && isGood(left))) {
        return now.access();
      }
    }
    await(renewal);
    synchronized (this) {
      Grant now = usable(client);
      if (isGood(left(now))) {
        return now.access();
      }
      throw notRenewed();
    }
  }

  private static boolean isGood(Duration left) {
    return !left.isNegative() && !left.isZero();
  }

  private Duration left(Grant now) {
    return times.left(now, mark);
  }

  private Grant usable(Client client) throws AccountRefused {
    Grant now =
        grant.orElseThrow(
            () ->
                new AccountRefused(
                    "not_connected",
                    "It is not connected with "
                        + client.connection().title()
                        + " yet; connect it on the page Channels."));
    Optional<Trouble> over = over(now, client);
    if (over.isPresent()) {
      throw new AccountRefused(over.get().code(), over.get().words());
    }
    return now;
  }

  /** Why nothing more can be had of a grant. */
  private Optional<Trouble> over(Grant now, Client client) {
    if (now.ended().isPresent()) {
      return now.ended();
    }
    if (!now.bound().equals(client.bound())) {
      return Optional.of(
          new Trouble(
              "settings_changed",
              "Its settings have changed since it was connected, and its tokens go nowhere else;"
                  + " reconnect it on the page Channels.",
              times.now()));
    }
    if (now.refresh().isEmpty() && !isGood(left(now))) {
      return Optional.of(
          new Trouble(
              "no_refresh_token",
              client.connection().title()
                  + " gave no token to renew with, and the one that it gave is over; reconnect it on"
                  + " the page Channels.",
              now.accessEnds()));
    }
    return Optional.empty();
  }

  /** The renewal that is under way, or is begun; null when none may be asked for now. */
  private CompletableFuture<Boolean> renew(Client client, Grant now) {
    if (underWay != null) {
      return underWay;
    }
    boolean tooSoon =
        failure != null
            && failure.client().equals(client)
            && times.nanos().getAsLong() - failure.notBeforeNanos() < 0;
    if (now.refresh().isEmpty() || tooSoon) {
      return null;
    }
    Grant asking = now.asking(Optional.of(now.asking().orElse(times.now())));
    try {
      // Also shows that the next token can be kept: else the old one is not given up for it.
      vault.keep(account, asking);
    } catch (IllegalStateException full) {
      fail(client, NOT_KEPT, full.getMessage(), false, false, Optional.empty());
      return null;
    }
    replace(asking);
    CompletableFuture<Boolean> renewal = new CompletableFuture<>();
    underWay = renewal;
    boolean lost = now.asking().isPresent();
    threads.execute(() -> ask(client, asking, lost, renewal));
    return renewal;
  }

  /** In the same life of the token: what is known of its time stays known. */
  private void replace(Grant next) {
    if (mark != null && grant.isPresent() && mark.grant().equals(grant.get())) {
      mark = new Times.Mark(next, mark.nanos());
    }
    grant = Optional.of(next);
  }

  private void ask(
      Client client, Grant asking, boolean lostBefore, CompletableFuture<Boolean> renewal) {
    try {
      String refresh = asking.refresh().orElseThrow();
      boolean lost = lostBefore;
      Reply reply = endpoint.renew(client, refresh);
      if (reply instanceof Reply.Away away && away.fate() == Reply.Fate.LOST) {
        lost = true;
        reply = endpoint.renew(client, refresh);
      }
      settle(client, asking, reply, lost);
    } catch (RuntimeException unforeseen) {
      settle(
          client,
          asking,
          new Reply.Away(
              Reply.Fate.LOST,
              "The renewal failed (" + unforeseen.getClass().getSimpleName() + ").",
              Optional.empty()),
          lostBefore);
    } finally {
      synchronized (this) {
        underWay = null;
      }
      renewal.complete(true);
    }
  }

  private synchronized void settle(Client client, Grant asking, Reply reply, boolean lost) {
    if (!grant.equals(Optional.of(asking))) {
      // Connected anew or disconnected meanwhile: what was renewed is nobody's any more.
      return;
    }
    if (reply instanceof Reply.Given given) {
      Grant next = asking.renewed(given.tokens(), times.now());
      failure = null;
      mark = times.mark(next);
      take(next);
    } else if (reply instanceof Reply.Denied denied && denied.isOfGrant()) {
      failure = null;
      take(asking.ended(Ends.of(client, denied, lost, asking, times.now())));
    } else if (reply instanceof Reply.Denied denied) {
      replace(asking.asking(Optional.empty()));
      keepAgain();
      fail(client, denied.code(), Ends.words(client, denied), true, true, Optional.empty());
    } else if (reply instanceof Reply.Away away) {
      if (away.fate() == Reply.Fate.NOT_SENT && !lost) {
        replace(asking.asking(Optional.empty()));
        keepAgain();
      }
      boolean sent = away.fate() != Reply.Fate.NOT_SENT;
      fail(client, "away", away.words(), false, sent, away.pause());
    }
  }

  /** A token that cannot be kept is used all the same, and kept as soon as that is possible. */
  private void take(Grant next) {
    grant = Optional.of(next);
    kept = false;
    keepAgain();
  }

  private void keepAgain() {
    try {
      vault.keep(account, grant.orElseThrow());
      kept = true;
      if (attempt != null && attempt.code().equals(NOT_KEPT)) {
        attempt = null;
      }
    } catch (IllegalStateException full) {
      kept = false;
      attempt =
          new Trouble(
              NOT_KEPT,
              "The newest token would be lost if Svara stopped now: " + full.getMessage(),
              times.now());
    }
  }

  private void fail(
      Client client,
      String code,
      String words,
      boolean refused,
      boolean sent,
      Optional<Duration> asked) {
    int count = failure == null || !failure.client().equals(client) ? 1 : failure.count() + 1;
    Instant since = count == 1 ? times.now() : failure.trouble().since();
    Duration pause = Failure.pause(count);
    Duration longer = asked.filter(p -> p.compareTo(pause) > 0).orElse(pause);
    failure =
        new Failure(
            client,
            refused,
            sent,
            new Trouble(code, words, since),
            count,
            times.nanos().getAsLong() + longer.toNanos());
  }

  private NoAnswer notRenewed() throws AccountRefused, NotSent {
    if (failure == null) {
      return new NoAnswer("The platform gives tokens that are over at once.");
    }
    Trouble trouble = failure.trouble();
    if (failure.refused()) {
      throw new AccountRefused(trouble.code(), trouble.words());
    }
    if (!failure.sent()) {
      throw new NotSent(trouble.words());
    }
    return new NoAnswer(trouble.words());
  }

  private static void await(CompletableFuture<Boolean> renewal) throws NotSent {
    if (renewal == null) {
      return;
    }
    try {
      renewal.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    } catch (InterruptedException givenUp) {
      Thread.currentThread().interrupt();
      throw new NotSent("Waiting for a new token was interrupted; the renewal goes on.");
    } catch (ExecutionException | TimeoutException late) {
      throw new NotSent("A new token did not come in time; the renewal goes on.");
    }
  }

  // --- for people --------------------------------------------------------------------------------

  /** Begins a renewal where one is due. */
  synchronized void tend(Client client) {
    if (!kept) {
      keepAgain();
    }
    if (grant.isPresent()
        && over(grant.get(), client).isEmpty()
        && left(grant.get()).compareTo(Times.lead(grant.get())) <= 0) {
      // Its end is seen at the next look.
      CompletableFuture<Boolean> unused = renew(client, grant.get());
    }
  }

  /**
   * @param client as the settings are now, or what is wrong with them
   */
  synchronized Connection standing(OAuth connection, Optional<Client> client, Trouble unfit) {
    State state = State.NONE;
    Optional<Trouble> trouble = Optional.ofNullable(unfit);
    Optional<Instant> until = Optional.empty();
    if (grant.isPresent()) {
      Grant now = grant.get();
      until = now.refresh().isEmpty() ? Optional.of(now.accessEnds()) : now.ends();
      Optional<Trouble> over = client.flatMap(it -> over(now, it)).or(() -> now.ended());
      state = state(now, over.isPresent() || client.isEmpty(), client);
      trouble = over.or(() -> Optional.ofNullable(unfit)).or(() -> failing(client));
    }
    if (attempt != null && trouble.map(it -> it.since().isBefore(attempt.since())).orElse(true)) {
      trouble = Optional.of(attempt);
    }
    return new Connection(
        connection.id(),
        connection.title(),
        state,
        grant.flatMap(Grant::as),
        grant.map(Grant::since),
        until,
        trouble);
  }

  private State state(Grant now, boolean over, Optional<Client> client) {
    Optional<Failure> failing = failure(client);
    if (over || (failing.map(Failure::refused).orElse(false) && !isGood(left(now)))) {
      return State.ENDED;
    }
    if (failing.isPresent() || !kept) {
      return State.FAILING;
    }
    return times.ending(now) ? State.ENDING : State.CONNECTED;
  }

  private Optional<Trouble> failing(Optional<Client> client) {
    return failure(client).map(Failure::trouble);
  }

  private Optional<Failure> failure(Optional<Client> client) {
    return Optional.ofNullable(failure).filter(it -> client.equals(Optional.of(it.client())));
  }

  /**
   * Somebody connected it.
   *
   * @throws IllegalStateException when the grant cannot be kept; the one before stays
   */
  synchronized void connected(Grant next) {
    vault.keep(account, next);
    grant = Optional.of(next);
    mark = times.mark(next);
    kept = true;
    failure = null;
    attempt = null;
  }

  /** An attempt to connect it came to nothing; null when a new one begins. */
  synchronized void attempted(Trouble why) {
    attempt = why;
  }

  /** What the platform can withdraw. */
  synchronized Optional<String> withdrawable() {
    return grant.flatMap(it -> it.refresh().or(() -> Optional.of(it.access())));
  }

  /** Whether its tokens may be shown to that client's platform. */
  synchronized boolean isOf(Client client) {
    return grant.map(it -> it.bound().equals(client.bound())).orElse(false);
  }

  synchronized void forget() {
    vault.forget(account);
    grant = Optional.empty();
    mark = null;
    kept = true;
    failure = null;
    attempt = null;
  }
}
