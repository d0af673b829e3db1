package io.svara.gateway.rest;

import io.svara.gateway.problem.Problem;
import io.svara.gateway.problem.Stopped;
import io.svara.gateway.problem.Texts;
import io.svara.gateway.session.Caller;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.MediaType;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Semaphore;

/**
 * Ends a request whose body is larger than allowed, whether or not it says its length, or takes too
 * long to come: Jersey reads on the server's threads, which are few. A stranger may send a name and
 * a password only, and few of them at a time; such a body is read at once, so that it is known when
 * the reading ends. Runs behind the gate: what it turns away is never read.
 */
final class BodyLimits implements ContainerRequestFilter {
  /** For a whole body. One that stays silent is ended by the server's own idle time. */
  private static final Duration LONGEST = Duration.ofSeconds(10);

  /** A jar or a file may come over a slow line. */
  private static final int LONGER = 30;

  private static final MediaType JAR = MediaType.valueOf(PluginsResource.JAR);

  /** A plugin brings its libraries along. */
  private static final int JAR_BYTES = 64 << 20;

  private static final int STRANGERS_MOST = 4 * 1024;
  private static final int STRANGERS_AT_ONCE = 16;

  private final int max;
  private final int fileMax;
  private final Duration longest;
  private final Semaphore strangers = new Semaphore(STRANGERS_AT_ONCE);

  BodyLimits(int max, long fileMax) {
    this(max, fileMax, LONGEST);
  }

  /**
   * @param max bytes of a body, of somebody who is signed in
   * @param fileMax the same for a file that is to go out
   */
  BodyLimits(int max, long fileMax, Duration longest) {
    this.max = max;
    this.fileMax = (int) Math.min(fileMax, Integer.MAX_VALUE);
    this.longest = longest;
  }

  @Override
  public void filter(ContainerRequestContext request) {
    if (request.getProperty(Caller.ATTRIBUTE) != null) {
      int special = special(request.getMediaType());
      request.setEntityStream(
          special > 0
              ? limited(request, Math.max(max, special), longest.multipliedBy(LONGER))
              : limited(request, max, longest));
    } else if (Gate.hasBody(request)) {
      request.setEntityStream(strangersBody(request));
    }
  }

  /** What a body of that type may have where it is more than usual; else 0. */
  private int special(MediaType type) {
    if (type == null) {
      return 0;
    }
    if (JAR.isCompatible(type)) {
      return JAR_BYTES;
    }
    return MediaType.APPLICATION_OCTET_STREAM_TYPE.isCompatible(type) ? fileMax : 0;
  }

  private InputStream strangersBody(ContainerRequestContext request) {
    if (!strangers.tryAcquire()) {
      request.setProperty(Gate.UNREAD, true);
      Locale language = RequestLanguage.of(request);
      throw new Stopped(Problem.of(503, Texts.of(language, "manyRequests")).retryAfter(1));
    }
    try {
      return new ByteArrayInputStream(
          limited(request, Math.min(max, STRANGERS_MOST), longest).readAllBytes());
    } catch (IOException brokenOff) {
      // Nobody is there any more; strangers shall not fill the log with that.
      throw new Stopped(Problem.of(400, Texts.of(RequestLanguage.of(request), "status.400")));
    } finally {
      strangers.release();
    }
  }

  private static InputStream limited(ContainerRequestContext request, int most, Duration time) {
    if (request.getLength() > most) {
      throw stopped(request, 413, "tooLarge", most);
    }
    return new LimitedBody(
        request.getEntityStream(),
        most,
        System.nanoTime() + time.toNanos(),
        new LimitedBody.Ends(
            () -> stopped(request, 413, "tooLarge", most),
            () -> stopped(request, 408, "tooSlow", time.toSeconds())));
  }

  private static Stopped stopped(
      ContainerRequestContext request, int status, String text, Object limit) {
    request.setProperty(Gate.UNREAD, true);
    return new Stopped(Problem.of(status, Texts.of(RequestLanguage.of(request), text, limit)));
  }
}
