package io.svara.engine.journal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What every {@link Blobs} promises. */
public interface BlobsContract {

  /** The blobs of this test: none at first, the same ones at each call within a test. */
  Blobs blobs() throws Exception;

  /** Closes the blobs of this test in good order and opens them again on the same data. */
  Blobs reopened() throws Exception;

  /** How many blobs are kept, whole or in part, counted by other means than the port. */
  int kept() throws Exception;

  @Test
  default void bytesReadBackAsTheyWerePut() throws Exception {
    byte[] bytes = new byte[300_000];
    new Random(7).nextBytes(bytes);
    String key = blobs().put(new ByteArrayInputStream(bytes), bytes.length);
    assertThat(content(key)).isEqualTo(bytes);
    assertThat(kept()).isEqualTo(1);
  }

  @Test
  default void aBlobMayBeEmpty() throws Exception {
    assertThat(content(blobs().put(stream(""), 0))).isEmpty();
  }

  @Test
  default void theSameBytesTwiceHaveTwoKeys() throws Exception {
    String one = blobs().put(stream("same"), 100);
    String two = blobs().put(stream("same"), 100);
    assertThat(one).isNotEqualTo(two);
    blobs().destroy(one, "request 17");
    assertThat(content(two)).isEqualTo("same".getBytes(UTF_8));
  }

  @Test
  default void moreThanTheLimitIsRefusedAndNotKept() throws Exception {
    blobs().put(stream("12345"), 5);
    assertThatThrownBy(() -> blobs().put(stream("123456"), 5))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("5");
    assertThat(kept()).isEqualTo(1);
  }

  @Test
  default void aStreamThatBreaksLeavesNothing() throws Exception {
    InputStream breaking =
        new InputStream() {
          private int given;

          @Override
          public int read() throws IOException {
            if (given++ >= 1000) {
              throw new IOException("the line was cut");
            }
            return 'x';
          }
        };
    assertThatThrownBy(() -> blobs().put(breaking, 100_000))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("the line was cut");
    assertThat(kept()).isZero();
  }

  @Test
  default void anUnknownKeyIsNotFound() throws Exception {
    blobs().put(stream("there"), 100);
    for (String key : new String[] {"0".repeat(32), "", "..", "../lock", "a/b", "%00", "nå"}) {
      assertThat(blobs().open(key)).as(key).isEmpty();
      blobs().destroy(key, "a key that nobody gave");
    }
    assertThat(kept()).isEqualTo(1);
  }

  @Test
  default void aDestroyedBlobIsGoneAndStaysGone() throws Exception {
    String key = blobs().put(stream("secret"), 100);
    blobs().destroy(key, "request 17");
    blobs().destroy(key, "request 17");
    assertThat(blobs().open(key)).isEmpty();
    assertThat(kept()).isZero();
    assertThat(reopened().open(key)).isEmpty();
  }

  @Test
  default void aBlobIsThereAfterARestart() throws Exception {
    String key = blobs().put(stream("there"), 100);
    reopened();
    assertThat(content(key)).isEqualTo("there".getBytes(UTF_8));
  }

  private byte[] content(String key) throws Exception {
    try (InputStream in = blobs().open(key).orElseThrow()) {
      return in.readAllBytes();
    }
  }

  private static InputStream stream(String text) {
    return new ByteArrayInputStream(text.getBytes(UTF_8));
  }
}
