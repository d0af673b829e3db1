package io.svara.testing.conformance.sound;

import io.svara.api.channel.Arrival;
import io.svara.api.channel.ChannelHost;
import io.svara.api.channel.Http;
import io.svara.api.channel.Outbound;
import io.svara.api.channel.Polling.Polled;
import io.svara.api.channel.Receipt;
import io.svara.api.channel.Receipt.Accepted;
import io.svara.api.channel.Receipt.NotDelivered;
import io.svara.api.channel.Receipt.Unknown;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Looking for what was sent, and for news, done wrongly. */
enum LooksOtherwise implements Deviation {
  FOUND_UNDER_ANOTHER_ID("aLostAnswerIsFoundAgain") {
    @Override
    Receipt turned(Receipt receipt) {
      return receipt instanceof Accepted it
          ? new Accepted("reply-" + it.platformId(), it.link())
          : receipt;
    }
  },
  NEVER_CERTAIN("whatNeverArrivedIsNotDelivered") {
    @Override
    Receipt turned(Receipt receipt) {
      return receipt instanceof NotDelivered it ? new Unknown(it.reason()) : receipt;
    }
  },
  SENDS_ONCE_MORE("reconcilingChangesNothing") {
    @Override
    public Receipt reconcile(Varied self, Outbound message, ChannelHost host) {
      Receipt found = self.sound().reconcile(message, host);
      if (found instanceof Accepted) {
        self.sound().deliver(Outbounds.keyed(message, message.idempotencyKey() + "-again"), host);
      }
      return found;
    }
  },
  FIRST_PAGE_ONLY("reconcilingReadsEveryPage") {
    @Override
    public Receipt reconcile(Varied self, Outbound message, ChannelHost host) {
      return self.sound().reconcile(message, new BentHost(host).answering(this::lastPage));
    }

    private Http.Answer lastPage(Http.Answer answer) {
      String body = new String(answer.body(), StandardCharsets.UTF_8);
      return new Http.Answer(
          answer.status(),
          answer.headers(),
          body.replace("\"next\"", "\"more\"").getBytes(StandardCharsets.UTF_8));
    }
  },
  BY_ITS_WORDS("anEarlierTextLikeItIsNotTakenForIt") {
    @Override
    public Receipt reconcile(Varied self, Outbound message, ChannelHost host) {
      return new SoundCalls(host).find(message, message.text(), "text");
    }
  },
  UNASKED_IS_ABSENT("whatCannotBeAskedStaysUnknown") {
    @Override
    Receipt turned(Receipt receipt) {
      return receipt instanceof Unknown it ? new NotDelivered(it.reason()) : receipt;
    }
  },
  HEARTBEAT("aPollWithoutNewsBringsNothing") {
    @Override
    Polled turned(Polled polled) {
      byte[] nothing =
          ("{\"account\":\"" + FakeSound.SHOP + "\",\"events\":[]}")
              .getBytes(StandardCharsets.UTF_8);
      return polled.deliveries().isEmpty()
          ? new Polled(
              List.of(new Arrival("application/json", nothing)), polled.cursor(), polled.again())
          : polled;
    }
  },
  NEWEST_FIRST("newsComeOldestFirst") {
    @Override
    Polled turned(Polled polled) {
      List<Arrival> reversed = new ArrayList<>(polled.deliveries());
      Collections.reverse(reversed);
      return new Polled(reversed, polled.cursor(), polled.again());
    }
  },
  NEVER_IN_A_HURRY("aPageThatIsNotTheLastSaysSo") {
    @Override
    Polled turned(Polled polled) {
      return new Polled(
          polled.deliveries(),
          polled.cursor(),
          polled.again().isZero() ? SoundCalls.USUAL_PAUSE : polled.again());
    }
  },
  CURSOR_IN_MEMORY("aRestartedConnectorGoesOnWhereItWas") {
    @Override
    public Polled poll(Varied self, Optional<String> cursor, ChannelHost host) {
      Optional<String> kept = Optional.ofNullable((String) self.memory.get("cursor"));
      Polled polled = self.sound().poll(kept, host);
      self.memory.put("cursor", polled.cursor());
      return polled;
    }
  },
  ON_AFTER_A_FAILURE("aPollThatFailsLosesNothing") {
    @Override
    Polled turned(Polled polled) {
      return polled.deliveries().isEmpty()
          ? new Polled(List.of(), "1000000", polled.again())
          : polled;
    }
  },
  POLLS_IN_ITS_OWN_TIME("aPollThatComesTooOftenWaitsAsThePlatformAsks") {
    @Override
    Polled turned(Polled polled) {
      return polled.again().isZero()
          ? polled
          : new Polled(polled.deliveries(), polled.cursor(), Duration.ofMinutes(5));
    }
  };

  private final String fails;

  LooksOtherwise(String fails) {
    this.fails = fails;
  }

  @Override
  public String fails() {
    return fails;
  }

  Receipt turned(Receipt receipt) {
    return receipt;
  }

  Polled turned(Polled polled) {
    return polled;
  }

  @Override
  public Receipt reconcile(Varied self, Outbound message, ChannelHost host) {
    return turned(self.sound().reconcile(message, host));
  }

  @Override
  public Polled poll(Varied self, Optional<String> cursor, ChannelHost host) {
    return turned(self.sound().poll(cursor, host));
  }
}
