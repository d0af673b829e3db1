package io.svara.testing.oauth;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;

/** Bad luck at the token's address. */
final class Faults extends HttpFilter {
  private static final long serialVersionUID = 1L;

  private final AtomicInteger requests = new AtomicInteger();
  private final AtomicInteger lost = new AtomicInteger();
  private final AtomicInteger refused = new AtomicInteger();
  private final Semaphore gate = new Semaphore(Integer.MAX_VALUE);

  int requests() {
    return requests.get();
  }

  void lose(int answers) {
    lost.set(answers);
  }

  void refuse(int answers) {
    refused.set(answers);
  }

  void close() {
    gate.drainPermits();
  }

  void open() {
    gate.release(Integer.MAX_VALUE - gate.availablePermits());
  }

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (!request.getRequestURI().equals("/oauth2/token")) {
      chain.doFilter(request, response);
      return;
    }
    requests.incrementAndGet();
    gate.acquireUninterruptibly();
    gate.release();
    if (takes(refused)) {
      response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
    } else if (takes(lost)) {
      chain.doFilter(request, new Swallowed(response));
      // A promise of more than comes: the server breaks the connection.
      response.setContentType("application/json");
      response.setContentLength(1000);
      response.getOutputStream().print("{");
      response.flushBuffer();
    } else {
      chain.doFilter(request, response);
    }
  }

  private static boolean takes(AtomicInteger left) {
    return left.getAndUpdate(n -> Math.max(0, n - 1)) > 0;
  }

  /** An answer that nobody gets. */
  private static final class Swallowed extends HttpServletResponseWrapper {
    Swallowed(HttpServletResponse response) {
      super(response);
    }

    @Override
    public ServletOutputStream getOutputStream() {
      return new ServletOutputStream() {
        @Override
        public boolean isReady() {
          return true;
        }

        @Override
        public void setWriteListener(WriteListener listener) {
          throw new UnsupportedOperationException();
        }

        @Override
        public void write(int b) {
          // Nobody gets it.
        }
      };
    }

    @Override
    public PrintWriter getWriter() {
      return new PrintWriter(getOutputStream(), false, java.nio.charset.StandardCharsets.UTF_8);
    }

    @Override
    public void flushBuffer() {
      // Nothing is to go out.
    }

    @Override
    public void setContentLength(int length) {
      // What goes out has its own.
    }

    @Override
    public void setContentLengthLong(long length) {
      // What goes out has its own.
    }
  }
}
