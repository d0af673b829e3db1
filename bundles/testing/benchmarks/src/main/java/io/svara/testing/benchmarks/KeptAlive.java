package io.svara.testing.benchmarks;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A connection that is used again and again. It knows just enough HTTP to be cheaper than what it
 * measures: no pipelining, no chunks, and what is answered is thrown away.
 */
final class KeptAlive implements AutoCloseable {
  private static final Pattern LENGTH = Pattern.compile("\r\ncontent-length: *(\\d+)\r\n");
  private static final int LONGEST_HEAD = 16_384;

  private final Socket socket;
  private final byte[] buffer = new byte[LONGEST_HEAD];

  KeptAlive(int port) throws IOException {
    socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.setTcpNoDelay(true);
    socket.setSoTimeout(30_000);
  }

  /** Sends a request and waits for the whole answer; its status. */
  int exchange(byte[] request) throws IOException {
    socket.getOutputStream().write(request);
    int filled = 0;
    int headEnd;
    do {
      filled += read(filled);
      headEnd = headEnd(filled);
    } while (headEnd < 0);
    String head = new String(buffer, 0, headEnd, ISO_8859_1);
    Matcher length = LENGTH.matcher(head.toLowerCase(Locale.ROOT));
    if (!length.find()) {
      throw new IOException("An answer without Content-Length cannot be measured here: " + head);
    }
    long left = Long.parseLong(length.group(1)) - (filled - headEnd);
    while (left > 0) {
      left -= read(0);
    }
    return Integer.parseInt(head.substring(9, 12));
  }

  private int read(int from) throws IOException {
    int count = socket.getInputStream().read(buffer, from, buffer.length - from);
    if (count <= 0) {
      throw new EOFException("The connection ended before the answer did.");
    }
    return count;
  }

  private int headEnd(int filled) {
    for (int i = 3; i < filled; i++) {
      if (buffer[i] == '\n' && buffer[i - 2] == '\n' && buffer[i - 1] == '\r') {
        return i + 1;
      }
    }
    return -1;
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
