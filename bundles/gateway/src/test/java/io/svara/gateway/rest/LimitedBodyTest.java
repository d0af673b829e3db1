package io.svara.gateway.rest;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.svara.gateway.problem.Problem;
import io.svara.gateway.problem.Stopped;
import java.io.InputStream;
import org.junit.jupiter.api.Test;

class LimitedBodyTest {
  /** One byte after the other, for ever. */
  private static final InputStream ENDLESS =
      new InputStream() {
        @Override
        public int read() {
          return ' ';
        }

        @Override
        public int read(byte[] buffer, int offset, int length) {
          if (length == 0) {
            return 0;
          }
          buffer[offset] = ' ';
          return 1;
        }
      };

  @Test
  void bytesThatTrickleInEndAtTheDeadline() {
    LimitedBody body = body(Long.MAX_VALUE, System.nanoTime() + 20_000_000);

    assertThatThrownBy(body::readAllBytes).hasMessage("slow");
  }

  @Test
  void moreThanAllowedEndsAtTheFirstByteTooMany() {
    LimitedBody body = body(10, System.nanoTime() + 60_000_000_000L);

    assertThatThrownBy(body::readAllBytes).hasMessage("large");
  }

  private static LimitedBody body(long most, long deadline) {
    return new LimitedBody(
        ENDLESS,
        most,
        deadline,
        new LimitedBody.Ends(
            () -> new Stopped(Problem.of(413, "large")),
            () -> new Stopped(Problem.of(408, "slow"))));
  }
}
