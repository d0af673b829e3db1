package io.svara.api.channel;

import io.svara.api.message.Tree;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/**
 * What a platform sent, byte for byte, after it was authenticated and made durable. The same
 * delivery may be read many times, by different versions.
 */
@ProviderType
public interface RawDelivery {

  /** The journal's name for it. */
  String id();

  /** When it was received, by this machine's clock. */
  Instant receivedAt();

  /**
   * The platform's id of the account that it was fetched for; empty for a webhook, whose items name
   * theirs.
   */
  Optional<String> account();

  /**
   * Request headers with lower-case names; those that carry secrets are left out. For what was
   * fetched {@code content-type} alone: the media type with which it was handed in.
   */
  Map<String, String> headers();

  /** The body; the array is the caller's own. */
  byte[] body();

  /** The body as UTF-8 text. */
  default String text() {
    return new String(body(), StandardCharsets.UTF_8);
  }

  /**
   * The body as JSON.
   *
   * @throws MalformedBody when it is none; a connector need not catch it
   */
  Tree json() throws MalformedBody;

  /**
   * The answers to all lookups that earlier parses asked for in the same reading of this delivery,
   * in that order; empty the first time, also when the delivery is read again later.
   */
  List<LookupAnswer> answers();

  /**
   * What a lookup brought.
   *
   * @param name the name that the connector gave it
   * @param status the HTTP status; 0 when there was no answer
   * @param body the answer's body as JSON; {@link Tree.Nothing} when it is none
   */
  record LookupAnswer(String name, int status, Tree body) {}

  /** The body is not what it claims to be. */
  final class MalformedBody extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public MalformedBody(String message) {
      super(message);
    }
  }
}
