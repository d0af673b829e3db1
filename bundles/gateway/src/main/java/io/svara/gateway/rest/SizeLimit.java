package io.svara.gateway.rest;

import io.svara.gateway.problem.Problem;
import io.svara.gateway.problem.Stopped;
import io.svara.gateway.problem.Texts;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Ends a request whose body is larger than allowed, whether or not it says its length. */
final class SizeLimit implements ContainerRequestFilter {
  private final int max;

  SizeLimit(int max) {
    this.max = max;
  }

  @Override
  public void filter(ContainerRequestContext request) {
    Stopped tooLarge =
        new Stopped(Problem.of(413, Texts.of(RequestLanguage.of(request), "tooLarge", max)));
    if (request.getLength() > max) {
      throw tooLarge;
    }
    request.setEntityStream(new Counted(request.getEntityStream(), max, tooLarge));
  }

  private static final class Counted extends FilterInputStream {
    private final Stopped tooLarge;
    private long left;

    Counted(InputStream in, long max, Stopped tooLarge) {
      super(in);
      this.left = max;
      this.tooLarge = tooLarge;
    }

    @Override
    public int read() throws IOException {
      int value = super.read();
      count(value < 0 ? 0 : 1);
      return value;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      int read = super.read(buffer, offset, length);
      count(Math.max(0, read));
      return read;
    }

    private void count(int read) {
      left -= read;
      if (left < 0) {
        throw tooLarge;
      }
    }
  }
}
