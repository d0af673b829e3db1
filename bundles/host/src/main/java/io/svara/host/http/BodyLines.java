package io.svara.host.http;

import io.svara.api.channel.Http.Lines;
import io.svara.api.channel.Http.NoAnswer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

/** An answer that goes on for long, line by line. */
final class BodyLines implements Lines {
  private static final Duration SILENCE = Duration.ofDays(1);

  private final Target target;
  private final int status;
  private final BodyStream stream;
  private final int limit;
  private final ByteArrayOutputStream line = new ByteArrayOutputStream();
  private ByteBuffer piece = ByteBuffer.allocate(0);

  /**
   * @param limit the longest line, in bytes
   */
  BodyLines(Target target, int status, BodyStream stream, int limit) {
    this.target = target;
    this.status = status;
    this.stream = stream;
    this.limit = limit;
  }

  @Override
  public int status() {
    return status;
  }

  @Override
  public Optional<String> next() throws InterruptedException, NoAnswer {
    try {
      while (true) {
        if (takeToLineEnd()) {
          return Optional.of(taken());
        }
        Optional<ByteBuffer> more = stream.next(SILENCE);
        if (more.isEmpty()) {
          return line.size() == 0 ? Optional.empty() : Optional.of(taken());
        }
        piece = more.get();
      }
    } catch (IOException broken) {
      throw new NoAnswer("The stream of " + target + " ended: " + broken.getMessage() + ".");
    }
  }

  private boolean takeToLineEnd() throws IOException {
    while (piece.hasRemaining()) {
      byte next = piece.get();
      if (next == '\n') {
        return true;
      }
      if (line.size() >= limit) {
        throw new IOException("a line is longer than " + limit + " bytes");
      }
      line.write(next);
    }
    return false;
  }

  private String taken() {
    String text = line.toString(StandardCharsets.UTF_8);
    line.reset();
    return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
  }

  @Override
  public void close() {
    stream.close();
  }
}
