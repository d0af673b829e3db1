package io.svara.api.channel;

import io.svara.api.message.Tree;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** Outgoing HTTP through the host. */
@ProviderType
public interface Http {

  /**
   * Makes one call and waits for the whole answer, whatever its status.
   *
   * @throws NotSent when it certainly did not reach the platform: the host is not granted, its name
   *     is unknown, the connection was refused
   * @throws NoAnswer when it may have reached the platform, and no whole answer came: a timeout, a
   *     broken connection
   */
  Answer send(Call call) throws NotSent, NoAnswer;

  /**
   * Opens an answer that goes on for long, such as server-sent events, and reads it line by line.
   * The call's timeout is until the answer begins.
   *
   * @throws NotSent as in {@link #send}
   * @throws NoAnswer as in {@link #send}
   */
  Lines open(Call call) throws NotSent, NoAnswer;

  /**
   * One request.
   *
   * @param timeout until the whole answer is there; the host may cut it shorter
   */
  record Call(
      String method,
      URI uri,
      Map<String, String> headers,
      Optional<byte[]> body,
      Duration timeout) {

    /** A GET with ten seconds to answer. */
    public static Call get(URI uri, Map<String, String> headers) {
      return new Call("GET", uri, headers, Optional.empty(), Duration.ofSeconds(10));
    }

    /** A POST with twenty seconds to answer. */
    public static Call post(URI uri, Map<String, String> headers, byte[] body) {
      return new Call("POST", uri, headers, Optional.of(body), Duration.ofSeconds(20));
    }
  }

  /**
   * A whole answer.
   *
   * @param headers with lower-case names; of several of one name the first
   */
  record Answer(int status, Map<String, String> headers, byte[] body) {

    /** A header by its lower-case name. */
    public Optional<String> header(String name) {
      return Optional.ofNullable(headers.get(name));
    }
  }

  /** An open answer. Reading waits; interrupting the reader, or closing, ends it. */
  interface Lines extends AutoCloseable {
    int status();

    /** The next line without its end; empty when the platform closed the connection. */
    Optional<String> next() throws InterruptedException, NoAnswer;

    @Override
    void close();
  }

  /** The request did not leave the house. */
  final class NotSent extends Exception {
    private static final long serialVersionUID = 1L;

    public NotSent(String message) {
      super(message);
    }
  }

  /** The request may have arrived; nobody knows. */
  final class NoAnswer extends Exception {
    private static final long serialVersionUID = 1L;

    public NoAnswer(String message) {
      super(message);
    }
  }

  /** Parses an answer's body as JSON; {@link Tree.Nothing} when it is none. */
  Tree json(Answer answer);
}
