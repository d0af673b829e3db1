package io.svara.engine.outbox;

import io.svara.api.channel.Outbound;
import io.svara.engine.event.Event;
import io.svara.engine.fold.ReplyRow;
import io.svara.engine.fold.State;
import io.svara.engine.journal.Blobs;
import io.svara.engine.work.CaseTokens;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Puts a reply together with all that goes with it, just before it is handed to the connector. */
final class Packing {
  /** A References field that is longer helps nobody. */
  private static final int EARLIER = 30;

  /** Notes and other conversations stand among them. */
  private static final int LOOK_AT = 100;

  private final Blobs blobs;
  private final CaseTokens tokens;

  Packing(Blobs blobs, CaseTokens tokens) {
    this.blobs = blobs;
    this.tokens = tokens;
  }

  /**
   * @throws IOException when a file of it is not to be had
   */
  Outbound pack(State state, ReplyRow reply, Instant now) throws IOException {
    List<Outbound.File> files = new ArrayList<>();
    for (Event.Piece piece : reply.files()) {
      Event.Blob blob = piece.blob().orElseThrow();
      files.add(
          new Outbound.File(piece.title().orElse("file"), blob.mediaType(), bytes(blob.key())));
    }
    return reply.outbound(
        now, Optional.of(tokens.of(reply.caseId())), earlier(state, reply), files);
  }

  private byte[] bytes(String key) throws IOException {
    try (InputStream stream =
        blobs.open(key).orElseThrow(() -> new IOException("its bytes are not here any more"))) {
      return stream.readAllBytes();
    }
  }

  /** As it is asked about: without its files, which nobody needs for that. */
  Outbound question(State state, ReplyRow reply, Instant now) {
    return reply.outbound(
        now, Optional.of(tokens.of(reply.caseId())), earlier(state, reply), List.of());
  }

  private static List<String> earlier(State state, ReplyRow reply) {
    List<String> ids = new ArrayList<>();
    state.newest(reply.caseId(), LOOK_AT).stream()
        .filter(m -> m.account().equals(Optional.of(reply.account())))
        .filter(m -> m.thread().equals(Optional.of(reply.thread())))
        .filter(m -> m.id().compareTo(reply.message()) < 0)
        .flatMap(m -> m.platformId().stream())
        .limit(EARLIER)
        .forEach(ids::add);
    Collections.reverse(ids);
    return ids;
  }
}
