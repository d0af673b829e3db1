package io.svara.channel.email.imap;

import io.svara.channel.email.imap.Commands.Sized;
import io.svara.channel.email.imap.Troubles.Way;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.angus.mail.iap.ByteArray;
import org.eclipse.angus.mail.iap.Response;
import org.eclipse.angus.mail.imap.protocol.BODY;
import org.eclipse.angus.mail.imap.protocol.FetchResponse;
import org.eclipse.angus.mail.imap.protocol.UID;

/**
 * Fetches mails of the open folder in their order, in batches whose size is bounded, and asks for
 * the next batch before it hands the last one on: so the server works while the journal does. Marks
 * nothing as read (PEEK). For one connection.
 */
final class Download {
  private static final int SIZES_AT_ONCE = 500;
  private static final int MAILS_AT_ONCE = 100;
  private static final long BYTES_AT_ONCE = 4L << 20;

  /** Of a mail that is too large, or odd: its header and, mostly, its text are in there. */
  private static final int BEGINNING = 1 << 20;

  private final Commands commands;
  private final long mostBytes;
  private final Troubles troubles;
  private final Deque<Sized> known = new ArrayDeque<>();
  private long[] uids = {};
  private int asked;
  private List<Long> underWay = List.of();

  Download(Commands commands, long mostBytes, Troubles troubles) {
    this.commands = commands;
    this.mostBytes = mostBytes;
    this.troubles = troubles;
  }

  /** Where the mails go. */
  interface Taker {
    void take(Fetched mail) throws InterruptedException;
  }

  /** Mails that are under way, for who must know over which a connection was lost. */
  List<Long> underWay() {
    return underWay;
  }

  /**
   * Fetches these.
   *
   * @param all in ascending order
   */
  void fetch(long[] all, Taker taker) throws IOException, InterruptedException {
    uids = all;
    asked = 0;
    known.clear();
    List<Fetched> arrived = List.of();
    List<Sized> batch = next();
    while (!batch.isEmpty() || !arrived.isEmpty()) {
      Optional<String> tag = begin(batch);
      for (Fetched mail : arrived) {
        taker.take(mail);
      }
      arrived = end(batch, tag);
      underWay = List.of();
      batch = next();
    }
  }

  private List<Sized> next() throws IOException {
    while (known.isEmpty() && asked < uids.length) {
      int end = Math.min(uids.length, asked + SIZES_AT_ONCE);
      known.addAll(commands.sizes(Arrays.copyOfRange(uids, asked, end)));
      asked = end;
    }
    List<Sized> batch = new ArrayList<>();
    long bytes = 0;
    while (!known.isEmpty() && fits(batch, known.peek(), bytes)) {
      bytes += known.peek().bytes();
      batch.add(known.poll());
    }
    return batch;
  }

  private boolean fits(List<Sized> batch, Sized one, long bytes) {
    if (batch.isEmpty()) {
      return true;
    }
    return !troubles.singly()
        && isWhole(batch.get(0))
        && isWhole(one)
        && batch.size() < MAILS_AT_ONCE
        && bytes + one.bytes() <= BYTES_AT_ONCE;
  }

  private boolean isWhole(Sized mail) {
    return mail.bytes() <= mostBytes && troubles.way(mail.uid()) == Way.WHOLE;
  }

  /** Asks for a batch; no question where nothing is to be had, or only a beginning. */
  private Optional<String> begin(List<Sized> batch) throws IOException {
    underWay = batch.stream().map(Sized::uid).toList();
    if (batch.isEmpty() || !isWhole(batch.get(0))) {
      return Optional.empty();
    }
    long[] these = batch.stream().mapToLong(Sized::uid).toArray();
    return Optional.of(commands.send("UID FETCH " + Commands.set(these) + " (UID BODY.PEEK[])"));
  }

  private List<Fetched> end(List<Sized> batch, Optional<String> tag) throws IOException {
    Map<Long, byte[]> bodies = tag.isPresent() ? bodies(commands.answers(tag.get())) : Map.of();
    List<Fetched> fetched = new ArrayList<>();
    for (Sized mail : batch) {
      byte[] body = bodies.get(mail.uid());
      Optional<Fetched> one =
          body == null ? alone(mail) : Optional.of(new Fetched(mail.uid(), body, -1));
      one.map(this::bounded).ifPresent(fetched::add);
    }
    return fetched;
  }

  /** Sizes are what a server says, and some are wrong. */
  private Fetched bounded(Fetched mail) {
    return mail.bytes().length <= mostBytes + (mostBytes >> 1)
        ? mail
        : new Fetched(mail.uid(), Arrays.copyOf(mail.bytes(), BEGINNING), mail.bytes().length);
  }

  private static Map<Long, byte[]> bodies(List<Response> answers) {
    Map<Long, byte[]> bodies = new HashMap<>();
    for (Response one : answers) {
      if (one instanceof FetchResponse mail && mail.getItem(UID.class) != null) {
        BODY body = mail.getItem(BODY.class);
        ByteArray bytes = body == null ? null : body.getByteArray();
        if (bytes != null) {
          bodies.put(mail.getItem(UID.class).uid, bytes.getNewBytes());
        }
      }
    }
    return bodies;
  }

  /** One that did not come with the others: once more, else as much of it as there is. */
  private Optional<Fetched> alone(Sized mail) throws IOException {
    long uid = mail.uid();
    underWay = List.of(uid);
    if (isWhole(mail)) {
      Answer again = ask(uid, "BODY.PEEK[]");
      if (again.body().isPresent() || again.gone()) {
        return again.body().map(body -> new Fetched(uid, body, -1));
      }
    }
    if (troubles.way(uid) == Way.NOT_AT_ALL) {
      return Optional.of(new Fetched(uid, new byte[0], mail.bytes()));
    }
    Answer beginning = ask(uid, "BODY.PEEK[]<0." + BEGINNING + ">");
    if (beginning.body().isEmpty() && !beginning.gone()) {
      beginning = ask(uid, "BODY.PEEK[HEADER]");
    }
    return beginning.gone()
        ? Optional.empty()
        : Optional.of(new Fetched(uid, beginning.body().orElse(new byte[0]), mail.bytes()));
  }

  /**
   * @param gone whether somebody deleted the mail meanwhile
   */
  private record Answer(Optional<byte[]> body, boolean gone) {}

  private Answer ask(long uid, String what) throws IOException {
    List<Response> answers =
        commands.answers(commands.send("UID FETCH " + uid + " (UID " + what + ")"));
    boolean mentioned = answers.stream().anyMatch(FetchResponse.class::isInstance);
    boolean well = answers.get(answers.size() - 1).isOK();
    Optional<byte[]> body = Optional.ofNullable(bodies(answers).get(uid));
    return new Answer(body, body.isEmpty() && well && !mentioned && isGone(uid));
  }

  private boolean isGone(long uid) throws IOException {
    return commands.search(uid, Long.toString(uid), "").length == 0;
  }
}
