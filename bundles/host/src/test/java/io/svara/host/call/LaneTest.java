package io.svara.host.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class LaneTest {
  private static final Duration LONG = Duration.ofSeconds(20);
  private static final Duration SHORT = Duration.ofMillis(50);

  private final Lane lane = new Lane("odd 1.0.0", "odd", new LaneLimits(2, 1, SHORT));
  private final CountDownLatch never = new CountDownLatch(1);

  @Test
  void aCallGivesItsResult() throws Exception {
    assertThat(lane.start("add", () -> 1 + 1).await(LONG)).isEqualTo(2);
    assertThat(lane.trouble()).isEmpty();
  }

  @Test
  void callsBeyondTheLimitAreNotStarted() throws Exception {
    Work<Object> one = lane.start("wait", this::waits);
    Work<Object> two = lane.start("wait", this::waits);
    assertThatThrownBy(() -> lane.start("third", () -> 3))
        .isInstanceOf(Busy.class)
        .hasMessageContainingAll("odd 1.0.0", "2 of its calls");
    one.stop();
    two.stop();
    assertThat(lane.start("fourth", () -> 4).await(LONG)).isEqualTo(4);
  }

  @Test
  void whatWasFoundIdleTakesNoCallUntilItIsOpenedAgain() throws Exception {
    assertThat(lane.awaitIdle(SHORT)).isTrue();
    assertThatThrownBy(() -> lane.start("late", () -> 1))
        .isInstanceOf(Busy.class)
        .hasMessageContaining("odd 1.0.0 is being replaced");
    lane.open();
    assertThat(lane.start("again", () -> 1).await(LONG)).isEqualTo(1);
  }

  @Test
  void whatIsNotIdleGoesOnTakingCalls() throws Exception {
    Work<Object> call = lane.start("wait", this::waits);
    assertThat(lane.awaitIdle(SHORT)).isFalse();
    assertThat(lane.start("next", () -> 1).await(LONG)).isEqualTo(1);
    call.stop();
  }

  @Test
  void aCallThatOnlyNeededAnInterruptDoesNotCountAsHanging() throws Exception {
    Work<Object> call = lane.start("wait", this::waits);
    assertThatThrownBy(() -> call.await(SHORT)).hasMessageContaining("did not end within 50 ms");
    assertThat(lane.hanging()).isZero();
  }

  @Test
  void aCalculationThatIsGivenNoProcessorHasMoreTime() throws Exception {
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        Socket other = new Socket(server.getInetAddress(), server.getLocalPort());
        Socket here = server.accept()) {
      // Reading from a socket is the one way to be runnable and to use no processor.
      Work<Integer> call = lane.start("read", () -> here.getInputStream().read());
      Thread late =
          new Thread(
              () -> {
                try {
                  call.endsWithin(SHORT.multipliedBy(3));
                  other.getOutputStream().write(7);
                } catch (Exception gone) {
                  throw new IllegalStateException(gone);
                }
              });
      late.start();
      assertThat(call.await(SHORT.multipliedBy(2), Long.MAX_VALUE)).isEqualTo(7);
      late.join();
      Work<Integer> again = lane.start("read", () -> here.getInputStream().read());
      assertThatThrownBy(() -> again.await(SHORT)).hasMessageContaining("did not end within 50 ms");
    }
  }

  @Test
  void aCalculationThatWaitsOrGoesOnForeverIsCutOff() throws Exception {
    Work<Object> waiting = lane.start("wait", this::waits);
    assertThatThrownBy(() -> waiting.await(SHORT, Long.MAX_VALUE))
        .hasMessageContaining("did not end within 50 ms");
    Work<Object> busy =
        lane.start(
            "spin",
            () -> {
              while (!Thread.currentThread().isInterrupted()) {
                Thread.onSpinWait();
              }
              return "interrupted";
            });
    assertThatThrownBy(() -> busy.await(SHORT, Long.MAX_VALUE))
        .hasMessageContaining("did not end within 50 ms");
  }

  @Test
  void anInterruptThatSomebodySwallowsComesOnceMore() throws Exception {
    Lane patient = new Lane("odd 1.0.0", "odd", new LaneLimits(1, 1, Duration.ofSeconds(2)));
    Work<Object> call =
        patient.start(
            "wait",
            () -> {
              try {
                never.await();
              } catch (InterruptedException swallowed) {
                never.await();
              }
              return "never";
            });
    assertThat(call.stop()).isTrue();
    assertThat(patient.hanging()).isZero();
  }

  @Test
  void aCallThatIgnoresTheInterruptIsGivenUpAndCountedUntilItEnds() throws Exception {
    CountDownLatch release = new CountDownLatch(1);
    Work<Object> call = lane.start("spin", () -> spinsUntil(release));
    assertThatThrownBy(() -> call.await(SHORT)).hasMessageContaining("given up");
    assertThat(lane.hanging()).isEqualTo(1);
    assertThatThrownBy(() -> lane.start("next", () -> 1))
        .isInstanceOf(Busy.class)
        .hasMessageContaining("replace this version");

    release.countDown();
    assertThat(call.endsWithin(LONG)).isTrue();
    assertThat(lane.hanging()).isZero();
    assertThat(lane.start("next", () -> 1).await(LONG)).isEqualTo(1);
  }

  @Test
  void aCallThatAsksForTooMuchMemoryIsInterrupted() throws Exception {
    Work<Object> call = lane.start("parse", LaneTest::fillsMemory);
    assertThatThrownBy(() -> call.await(LONG, 8 << 20))
        .hasMessageContainingAll("odd 1.0.0, in parse, asked for more than 8 MB", "interrupted");
    assertThat(call.endsWithin(LONG)).isTrue();
    assertThat(lane.failures()).isEqualTo(1);
  }

  @Test
  void aCallThatWaitsLongerThanOneLookAndAsksForLittleGivesItsResult() throws Exception {
    CountDownLatch release = new CountDownLatch(1);
    Work<Object> call = lane.start("parse", () -> spinsUntil(release));
    assertThat(call.endsWithin(SHORT)).isFalse();
    release.countDown();
    assertThat(call.await(LONG, 8 << 20)).isEqualTo(release);
  }

  @Test
  void anInterruptedCallerInterruptsTheCall() throws Exception {
    Work<Object> call = lane.start("wait", this::waits);
    Thread.currentThread().interrupt();
    assertThatThrownBy(() -> call.await(LONG)).isInstanceOf(InterruptedException.class);
    assertThat(call.endsWithin(LONG)).isTrue();
  }

  private static Object fillsMemory() {
    byte[] last = {};
    while (!Thread.currentThread().isInterrupted()) {
      last = new byte[1 << 20];
    }
    return last;
  }

  private Object waits() throws InterruptedException {
    never.await();
    return never;
  }

  private static Object spinsUntil(CountDownLatch released) {
    while (released.getCount() > 0) {
      Thread.onSpinWait();
    }
    return released;
  }
}
