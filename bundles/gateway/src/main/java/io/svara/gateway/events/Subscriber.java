package io.svara.gateway.events;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One open stream. Takes bytes from any thread without waiting and writes them as fast as its
 * reader reads; a reader who is too slow is cut, and goes on from where it was when it comes again.
 */
final class Subscriber implements WriteListener {
  private static final Logger LOG = LoggerFactory.getLogger(Subscriber.class);

  private final AsyncContext async;
  private final ServletOutputStream out;
  private final int maxWaiting;
  private final BooleanSupplier welcome;
  private final Deque<byte[]> waiting = new ArrayDeque<>();
  private int waitingBytes;
  private boolean begun;
  private boolean unflushed;
  private boolean closed;
  private boolean completed;

  /**
   * @param maxWaiting the most bytes that may wait for the reader
   * @param welcome whether the caller may go on listening
   */
  Subscriber(AsyncContext async, ServletOutputStream out, int maxWaiting, BooleanSupplier welcome) {
    this.async = async;
    this.out = out;
    this.maxWaiting = maxWaiting;
    this.welcome = welcome;
    offer(Frames.GREETING);
  }

  /** Has the bytes written when their turn comes. */
  synchronized void offer(byte[] frames) {
    if (closed) {
      return;
    }
    // What comes at once may be more than the limit; that more comes while it waits may not.
    if (!waiting.isEmpty() && waitingBytes + frames.length > maxWaiting) {
      LOG.debug("A reader of events is too slow; its stream is ended, it will come again.");
      close();
      return;
    }
    waiting.add(frames);
    waitingBytes += frames.length;
    write();
  }

  /** Keeps the connection alive, or ends it when the caller is not welcome any more. */
  void beat() {
    if (welcome.getAsBoolean()) {
      offer(Frames.HEARTBEAT);
    } else {
      close();
    }
  }

  /** Whether the reader has taken everything. */
  synchronized boolean isIdle() {
    return waiting.isEmpty();
  }

  synchronized boolean isClosed() {
    return closed;
  }

  /** Ends the stream: at once, or when the write that is under way has ended or failed. */
  synchronized void close() {
    if (!closed) {
      closed = true;
      waiting.clear();
      waitingBytes = 0;
      if (begun && out.isReady()) {
        complete();
      }
    }
  }

  @Override
  public synchronized void onWritePossible() {
    begun = true;
    if (closed) {
      complete();
    } else {
      write();
    }
  }

  @Override
  public synchronized void onError(Throwable failure) {
    closed = true;
    waiting.clear();
    complete();
  }

  private void complete() {
    if (!completed) {
      completed = true;
      async.complete();
    }
  }

  private void write() {
    try {
      while (begun && !closed && out.isReady()) {
        byte[] next = waiting.poll();
        if (next != null) {
          waitingBytes -= next.length;
          unflushed = true;
          out.write(next);
        } else if (unflushed) {
          unflushed = false;
          out.flush();
        } else {
          return;
        }
      }
    } catch (IOException | IllegalStateException gone) {
      onError(gone);
    }
  }
}
