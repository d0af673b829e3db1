package io.svara.channel.email;

import io.svara.api.channel.AccountRefused;
import io.svara.api.channel.Arrival;
import io.svara.api.channel.Http;
import io.svara.api.channel.Inbound;
import io.svara.api.channel.Parsed;
import io.svara.api.channel.RawDelivery;
import io.svara.api.channel.RawDelivery.MalformedBody;
import io.svara.api.channel.Streaming;
import io.svara.api.message.Tree;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;

/** A mailbox that is read as the host does it: again after each end, from the last cursor. */
final class Reading implements Streaming.Intake, AutoCloseable {
  private static final long PAUSE = 200_000_000L;

  private final TestHost host;
  private final List<Arrival> arrived = new CopyOnWriteArrayList<>();
  final List<Exception> ends = new CopyOnWriteArrayList<>();
  private final Thread thread = new Thread(this::run, "reading");
  private volatile Optional<String> cursor;
  private volatile boolean over;

  private Reading(TestHost host, Optional<String> cursor) {
    this.host = host;
    this.cursor = cursor;
  }

  static Reading of(TestHost host) {
    return of(host, Optional.empty());
  }

  static Reading of(TestHost host, Optional<String> cursor) {
    Reading reading = new Reading(host, cursor);
    reading.thread.start();
    return reading;
  }

  private void run() {
    while (!over) {
      try {
        new EmailChannel().stream(cursor, this, host);
      } catch (InterruptedException end) {
        return;
      } catch (Http.NotSent | Http.NoAnswer | AccountRefused end) {
        ends.add(end);
      }
      LockSupport.parkNanos(PAUSE);
    }
  }

  @Override
  public void accept(Arrival arrival, String after) {
    arrived.add(arrival);
    cursor = Optional.of(after);
  }

  Optional<String> cursor() {
    return cursor;
  }

  List<Arrival> arrived() {
    return List.copyOf(arrived);
  }

  List<Inbound.Message> messages() {
    return arrived().stream()
        .flatMap(arrival -> items(arrival.body()).stream())
        .filter(Inbound.Message.class::isInstance)
        .map(Inbound.Message.class::cast)
        .toList();
  }

  static List<Inbound> items(byte[] body) {
    return new EmailChannel().parse(delivery(body)) instanceof Parsed.Items read
        ? read.items()
        : List.of();
  }

  static RawDelivery delivery(byte[] body) {
    return new Delivery(body);
  }

  private record Delivery(byte[] body) implements RawDelivery {
    @Override
    public String id() {
      return "delivery";
    }

    @Override
    public Instant receivedAt() {
      return Instant.now();
    }

    @Override
    public Optional<String> account() {
      return Optional.of(MailPlatform.ADDRESS);
    }

    @Override
    public Map<String, String> headers() {
      return Map.of();
    }

    @Override
    public Tree json() throws MalformedBody {
      throw new MalformedBody("It is a mail.");
    }

    @Override
    public List<LookupAnswer> answers() {
      return List.of();
    }
  }

  @Override
  public void close() throws InterruptedException {
    over = true;
    host.hangUp();
    thread.interrupt();
    thread.join(5_000);
  }
}
