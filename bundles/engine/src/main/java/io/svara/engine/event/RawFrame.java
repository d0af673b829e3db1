package io.svara.engine.event;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The payload of a raw delivery: what is known of it as JSON, preceded by its length as four bytes,
 * and then the bytes of the platform exactly as they came, so that they are never encoded, and a
 * digest over them stays checkable.
 *
 * @param about what is known besides the bytes
 * @param body the bytes
 */
public record RawFrame(About about, byte[] body) {

  /**
   * What is known of a delivery.
   *
   * @param source the endpoint, or for what was fetched the account
   * @param channel the platform
   * @param headers of a webhook
   * @param account for what was fetched
   * @param answers for lookups: name and status of each; the body is then a JSON array of their
   *     bodies
   */
  public record About(
      String source,
      String channel,
      Map<String, String> headers,
      Optional<String> account,
      List<Answer> answers) {}

  /** A lookup's name and HTTP status. */
  public record Answer(String name, int status) {}

  /** As one run of bytes. */
  public byte[] bytes(Codec codec) {
    byte[] head = codec.write(about);
    return ByteBuffer.allocate(4 + head.length + body.length)
        .putInt(head.length)
        .put(head)
        .put(body)
        .array();
  }

  /** Reads what {@link #bytes} made. */
  public static RawFrame of(byte[] payload, Codec codec) {
    int length = ByteBuffer.wrap(payload).getInt();
    About about = codec.read(Arrays.copyOfRange(payload, 4, 4 + length), About.class);
    return new RawFrame(about, Arrays.copyOfRange(payload, 4 + length, payload.length));
  }
}
