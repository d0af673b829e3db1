package io.svara.testing.conformance.sound;

import io.svara.api.channel.AccountRefused;
import io.svara.api.channel.Arrival;
import io.svara.api.channel.ChannelHost;
import io.svara.api.channel.Http;
import io.svara.api.channel.Streaming.Intake;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Listening, done wrongly. */
enum ListensOtherwise implements Deviation {
  NODS_ONLY("whatHappensComesOverTheStream") {
    @Override
    public void stream(Varied self, Optional<String> cursor, Intake intake, ChannelHost host)
        throws InterruptedException, Http.NotSent, Http.NoAnswer, AccountRefused {
      byte[] nothing =
          ("{\"account\":\"" + FakeSound.SHOP + "\",\"events\":[]}")
              .getBytes(StandardCharsets.UTF_8);
      boolean fresh = cursor.isEmpty();
      self.sound().stream(
          cursor,
          (arrival, after) ->
              intake.accept(fresh ? new Arrival(arrival.mediaType(), nothing) : arrival, after),
          host);
    }
  },
  FROM_NOW_ON("aStreamGoesOnWhereTheLastOneWas") {
    @Override
    public void stream(Varied self, Optional<String> cursor, Intake intake, ChannelHost host)
        throws InterruptedException, Http.NotSent, Http.NoAnswer, AccountRefused {
      self.sound().stream(cursor.map(c -> "1000000"), intake, host);
    }
  },
  HOLDS_ON("anInterruptedStreamHangsUp") {
    @Override
    public void stream(Varied self, Optional<String> cursor, Intake intake, ChannelHost host)
        throws InterruptedException, Http.NotSent, Http.NoAnswer, AccountRefused {
      for (int held = 0; ; held++) {
        try {
          self.sound().stream(cursor, noting(self, intake), host);
          return;
        } catch (InterruptedException wanted) {
          // Only where nothing happens, or every case that makes all calls would wait for it.
          if (held == 2 || self.seen.contains("brought") || self.seen.contains("not kept")) {
            throw wanted;
          }
        }
      }
    }

    private static Intake noting(Varied self, Intake intake) {
      return (arrival, after) -> {
        self.seen.add("brought");
        try {
          intake.accept(arrival, after);
        } catch (InterruptedException notKept) {
          self.seen.add("not kept");
          throw notKept;
        }
      };
    }
  },
  HURRIES_PAST("afterAnEventThatWasNotKeptTheStreamEnds") {
    @Override
    public void stream(Varied self, Optional<String> cursor, Intake intake, ChannelHost host)
        throws InterruptedException, Http.NotSent, Http.NoAnswer, AccountRefused {
      self.sound().stream(
          cursor,
          (arrival, after) -> {
            try {
              intake.accept(arrival, after);
            } catch (InterruptedException notKept) {
              intake.accept(arrival, after);
            }
          },
          host);
    }
  },
  CALLS_BACK("aStreamThatThePlatformEndsIsOver") {
    @Override
    public void stream(Varied self, Optional<String> cursor, Intake intake, ChannelHost host)
        throws InterruptedException, Http.NotSent, Http.NoAnswer, AccountRefused {
      self.sound().stream(cursor, intake, host);
      self.sound().stream(cursor, intake, host);
    }
  },
  FALLS_SILENT("aStreamThatFailsSaysSo") {
    @Override
    public void stream(Varied self, Optional<String> cursor, Intake intake, ChannelHost host)
        throws InterruptedException, Http.NotSent, AccountRefused {
      try {
        self.sound().stream(cursor, intake, host);
      } catch (Http.NoAnswer failed) {
        // Nobody hears of it.
      }
    }
  },
  LISTENS_WITHOUT_A_TOKEN("aStreamWithAnExpiredTokenSaysThatTheAccountIsRefused") {
    @Override
    public void stream(Varied self, Optional<String> cursor, Intake intake, ChannelHost host)
        throws InterruptedException, Http.NotSent, Http.NoAnswer {
      try {
        self.sound().stream(cursor, intake, host);
      } catch (AccountRefused refused) {
        throw new Http.NoAnswer(refused.getMessage());
      }
    }
  };

  private final String fails;

  ListensOtherwise(String fails) {
    this.fails = fails;
  }

  @Override
  public String fails() {
    return fails;
  }
}
