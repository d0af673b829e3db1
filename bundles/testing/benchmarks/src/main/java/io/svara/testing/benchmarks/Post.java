package io.svara.testing.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.svara.testing.platforms.load.CommentDelivery;
import java.io.ByteArrayOutputStream;

/**
 * One webhook as it goes over the wire, made before the clock starts.
 *
 * @param commentId of the one comment in it
 * @param bytes request line, headers and body
 */
record Post(String commentId, byte[] bytes) {

  static Post of(String path, CommentDelivery delivery) {
    byte[] body = delivery.body().getBytes(UTF_8);
    String head =
        "POST "
            + path
            + " HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\n"
            + "X-Hub-Signature-256: "
            + delivery.signature()
            + "\r\nContent-Length: "
            + body.length
            + "\r\n\r\n";
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.writeBytes(head.getBytes(UTF_8));
    bytes.writeBytes(body);
    return new Post(delivery.commentId(), bytes.toByteArray());
  }
}
