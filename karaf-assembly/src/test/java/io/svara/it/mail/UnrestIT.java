package io.svara.it.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.svara.it.swap.Plugins;
import io.svara.testing.mailservers.MailServers;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Mails keep coming while servers, the network and the connector come and go. */
class UnrestIT {
  private static final String EMAIL = "svara-channel-email";
  private static final Duration PAUSE = Duration.ofMillis(100);
  private static final int SWAPS = Integer.getInteger("svara.mail.swaps", 20);

  private static MailRoom room;

  @BeforeAll
  static void open() throws Exception {
    room = MailRoom.open("unrest", MailServers.start());
  }

  @AfterAll
  static void close() throws Exception {
    if (room != null) {
      room.close();
    }
  }

  @AfterEach
  void nothingWasPutAside() throws Exception {
    room.cases().requireNothingPutAside();
  }

  private Mailing mailing(String prefix) {
    return Mailing.every(
        PAUSE, room.customer("Bertil Ask", "bertil@kund.example"), MailRoom.SUPPORT, prefix);
  }

  /** How long it takes until somebody listens again. */
  private void awaitListening(String after, long since) throws IOException {
    room.awaitListening(MailRoom.SUPPORT);
    System.out.printf(
        "UnrestIT: %s: listening again after %d ms%n",
        after, TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - since));
  }

  @Test
  void nothingIsLostOrDoubledByTroubleWithTheServersAndTheNetwork() throws Exception {
    MailServers mail = room.mail();
    Mailing mailing = mailing("Oro");
    try (mailing) {
      mail.restartDovecot();
      awaitListening("Dovecot restarted", System.nanoTime());

      mail.network().cut();
      TimeUnit.SECONDS.sleep(1);
      mail.network().restore();
      awaitListening("network cut and restored", System.nanoTime());

      mail.network().reset();
      awaitListening("connections reset", System.nanoTime());

      mail.network().silence();
      TimeUnit.SECONDS.sleep(1);
      mail.network().restore();

      mail.changeUidValidity(MailRoom.SUPPORT, "INBOX");
      awaitListening("UIDVALIDITY changed", System.nanoTime());
    }
    mailing.requireEven(room.cases());
    System.out.printf(
        "UnrestIT: trouble: %d mails, none lost, none doubled%n", mailing.accepted().size());
  }

  @Test
  void nothingIsLostOrDoubledWhileTheConnectorIsExchanged() throws Exception {
    Plugins plugins = new Plugins(room.rest(), EMAIL);
    plugins.install(room.svara(), "9.0.1", "9.0.2");
    int most = 0;
    long before = System.nanoTime();
    Mailing mailing = mailing("Byte");
    try (mailing;
        Idling idling = Idling.on(room.mail(), MailRoom.SUPPORT)) {
      for (int swap = 0; swap < SWAPS; swap++) {
        assertThat(plugins.swapTo(swap % 2 == 0 ? "9.0.1" : "9.0.2")).isIn(Plugins.GONE);
        most = Math.max(most, idling.most());
        room.awaitListening(MailRoom.SUPPORT);
        int looks = idling.looks();
        await().until(() -> idling.looks() > looks + 5);
        assertThat(idling.most()).as("after hand-over %s", swap).isEqualTo(1);
      }
    }
    Duration took = Duration.ofNanos(System.nanoTime() - before);
    mailing.requireEven(room.cases());
    System.out.printf(
        "UnrestIT: %d swaps under %d mails in %d s; at most %d in IDLE during, 1 after%n",
        SWAPS, mailing.accepted().size(), took.toSeconds(), most);
  }
}
