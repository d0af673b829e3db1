package io.svara.testing.conformance.sound;

import io.svara.api.channel.AccountRefused;
import io.svara.api.channel.Arrival;
import io.svara.api.channel.ChannelHost;
import io.svara.api.channel.Http;
import io.svara.api.channel.Polling.Polled;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Asking for news, done wrongly. */
enum PollsOtherwise implements Deviation {
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
    public Polled poll(Varied self, Optional<String> cursor, ChannelHost host)
        throws Http.NotSent, Http.NoAnswer, AccountRefused {
      Optional<String> kept = Optional.ofNullable((String) self.memory.get("cursor"));
      Polled polled = self.sound().poll(kept, host);
      self.memory.put("cursor", polled.cursor());
      return polled;
    }
  },
  SKIPS_AFTER_A_FAILURE("aPollThatFailsLosesNothing") {
    @Override
    public Polled poll(Varied self, Optional<String> cursor, ChannelHost host)
        throws Http.NotSent, Http.NoAnswer, AccountRefused {
      try {
        Polled polled = self.sound().poll(cursor, host);
        boolean failedBefore = self.memory.remove("failed") != null;
        return failedBefore ? new Polled(List.of(), polled.cursor(), polled.again()) : polled;
      } catch (Http.NoAnswer failed) {
        self.memory.put("failed", "");
        throw failed;
      }
    }
  },
  SILENT_WHEN_IT_FAILS("aPollThatFailsSaysSo") {
    @Override
    public Polled poll(Varied self, Optional<String> cursor, ChannelHost host)
        throws Http.NotSent, AccountRefused {
      try {
        return self.sound().poll(cursor, host);
      } catch (Http.NoAnswer failed) {
        return new Polled(List.of(), cursor.orElse("0"), SoundCalls.USUAL_PAUSE);
      }
    }
  },
  HOPES_FOR_ANOTHER_TOKEN("aPollWithAnExpiredTokenSaysThatTheAccountIsRefused") {
    @Override
    public Polled poll(Varied self, Optional<String> cursor, ChannelHost host)
        throws Http.NotSent, Http.NoAnswer {
      try {
        return self.sound().poll(cursor, host);
      } catch (AccountRefused refused) {
        throw new Http.NoAnswer(refused.getMessage());
      }
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

  PollsOtherwise(String fails) {
    this.fails = fails;
  }

  @Override
  public String fails() {
    return fails;
  }

  Polled turned(Polled polled) {
    return polled;
  }

  @Override
  public Polled poll(Varied self, Optional<String> cursor, ChannelHost host)
      throws Http.NotSent, Http.NoAnswer, AccountRefused {
    return turned(self.sound().poll(cursor, host));
  }
}
