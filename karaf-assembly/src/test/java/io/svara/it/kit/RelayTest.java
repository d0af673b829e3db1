package io.svara.it.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class RelayTest {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private static Socket caller(Relay relay) throws IOException {
    Socket caller = new Socket(InetAddress.getLoopbackAddress(), relay.port());
    caller.setSoTimeout((int) PATIENCE.toMillis());
    return caller;
  }

  @Test
  void whatIsSaidArrivesAndSoDoesTheAnswer() throws Exception {
    try (ServerSocket called = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        Relay relay = Relay.between(Relay.loopback(0), Relay.loopback(called.getLocalPort()));
        Socket caller = caller(relay)) {
      caller.getOutputStream().write("hello".getBytes(StandardCharsets.UTF_8));
      caller.shutdownOutput();
      try (Socket end = called.accept()) {
        assertThat(end.getInputStream().readAllBytes()).asString().isEqualTo("hello");
        end.getOutputStream().write("yes".getBytes(StandardCharsets.UTF_8));
      }
      assertThat(caller.getInputStream().readAllBytes()).asString().isEqualTo("yes");
    }
  }

  @Test
  void aCallerIsTurnedAwayWhenTheOtherEndIsNotThere() throws Exception {
    int nobodys;
    try (ServerSocket gone = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      nobodys = gone.getLocalPort();
    }
    try (Relay relay = Relay.between(Relay.loopback(0), Relay.loopback(nobodys));
        Socket caller = caller(relay)) {
      assertThat(caller.getInputStream().read()).isEqualTo(-1);
    }
  }
}
