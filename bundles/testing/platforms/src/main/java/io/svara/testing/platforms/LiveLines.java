package io.svara.testing.platforms;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * What a platform tells those who hold a connection open: one line for each event, and an empty one
 * now and then, as a sign of life. Thread-safe.
 */
public final class LiveLines {
  private static final int SIGN_OF_LIFE_MILLIS = 10;

  private final List<String> lines = new ArrayList<>();
  private int listeners;
  private int hangUps;

  /** Tells everybody who listens now or begins before this line. */
  public synchronized void say(String line) {
    lines.add(line);
    notifyAll();
  }

  /** How many connections are open. One that was left is noticed at the next sign of life. */
  public synchronized int listeners() {
    return listeners;
  }

  /** Ends every open connection. */
  public synchronized void hangUp() {
    hangUps++;
    notifyAll();
  }

  /**
   * An answer that tells all lines from that one on, and goes on until the reader leaves.
   *
   * @param start how many lines the reader has had
   */
  public Answer from(int start) {
    return Answer.live("application/x-ndjson; charset=UTF-8", out -> tell(start, out));
  }

  private void tell(int start, OutputStream out) throws IOException {
    int told = start;
    int began = come();
    try {
      while (isOpen(began)) {
        List<String> next = after(told);
        told += next.size();
        for (String line : next.isEmpty() ? List.of("") : next) {
          out.write((line + "\n").getBytes(StandardCharsets.UTF_8));
        }
        out.flush();
      }
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
    } finally {
      leave();
    }
  }

  private synchronized int come() {
    listeners++;
    return hangUps;
  }

  private synchronized void leave() {
    listeners--;
  }

  private synchronized boolean isOpen(int began) {
    return hangUps == began;
  }

  private synchronized List<String> after(int told) throws InterruptedException {
    if (lines.size() <= told) {
      wait(SIGN_OF_LIFE_MILLIS);
    }
    return lines.size() <= told ? List.of() : List.copyOf(lines.subList(told, lines.size()));
  }
}
