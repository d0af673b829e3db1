package io.svara.testing.conformance.sound;

import io.svara.api.channel.ChannelHost;
import io.svara.api.channel.Outbound;
import io.svara.api.channel.Receipt;
import io.svara.api.channel.Receipt.Accepted;
import io.svara.api.channel.Receipt.Rejected;
import io.svara.api.channel.Receipt.RetryAfter;
import io.svara.api.channel.Receipt.Unknown;
import java.time.Duration;
import java.util.NoSuchElementException;
import java.util.Optional;

/** What goes wrong, called by another name. */
enum FailsOtherwise implements Deviation {
  A_PAUSE_OF_ITS_OWN("aRateLimitIsAnsweredWithThePlatformsOwnPause") {
    @Override
    Receipt turned(Receipt receipt) {
      return receipt instanceof RetryAfter wait
          ? new RetryAfter(Duration.ofSeconds(1), wait.reason())
          : receipt;
    }
  },
  TRIES_AT_ONCE("aRateLimitIsNotAnsweredWithAnotherCall") {
    @Override
    public Receipt deliver(Varied self, Outbound message, ChannelHost host) {
      Receipt first = self.sound().deliver(message, host);
      return first instanceof RetryAfter ? self.sound().deliver(message, host) : first;
    }
  },
  EXPIRY_OF_ONE_TEXT("anExpiredTokenStopsTheAccount") {
    @Override
    Receipt turned(Receipt receipt) {
      return receipt instanceof Rejected it && it.code().equals("401-expired")
          ? new Rejected(it.code(), it.reason(), false)
          : receipt;
    }
  },
  WAITS_FOR_A_TOKEN("aRevokedTokenStopsTheAccount") {
    @Override
    Receipt turned(Receipt receipt) {
      return receipt instanceof Rejected it && it.code().equals("401-revoked")
          ? new RetryAfter(Duration.ofHours(1), "Somebody may connect the shop again.")
          : receipt;
    }
  },
  BROKEN_IS_REFUSED("aBrokenPlatformHasNotRefused") {
    @Override
    Receipt turned(Receipt receipt) {
      return receipt instanceof Unknown it && it.reason().contains("HTTP 500")
          ? new Rejected("500", it.reason(), false)
          : receipt;
    }
  },
  FAILED_IS_NOT_DONE("aFailureAfterTheEffectLeavesItUnknown") {
    @Override
    Receipt turned(Receipt receipt) {
      return receipt instanceof Unknown it && it.reason().contains("HTTP 504")
          ? new RetryAfter(Duration.ofMinutes(1), it.reason())
          : receipt;
    }
  },
  WELL_IS_DONE("nonsenseIsNoReceipt") {
    @Override
    Receipt turned(Receipt receipt) {
      return receipt instanceof Unknown it && it.reason().contains("HTTP 200")
          ? new Accepted("unnamed", Optional.empty())
          : receipt;
    }
  },
  LOST_IS_NOT_SENT("aLostAnswerLeavesItUnknown") {
    @Override
    Receipt turned(Receipt receipt) {
      return receipt instanceof Unknown it && it.reason().contains("broke")
          ? new RetryAfter(Duration.ofMinutes(1), it.reason())
          : receipt;
    }
  },
  LATE_IS_REFUSED("anAnswerThatComesTooLateLeavesItUnknown") {
    @Override
    Receipt turned(Receipt receipt) {
      return receipt instanceof Unknown it && it.reason().contains("in time")
          ? new Rejected("late", it.reason(), false)
          : receipt;
    }
  },
  AWAY_IS_UNKNOWN("aPlatformThatIsAwayIsTriedAgain") {
    @Override
    Receipt turned(Receipt receipt) {
      return receipt instanceof RetryAfter it && it.reason().contains("not reached")
          ? new Unknown(it.reason())
          : receipt;
    }
  },
  WAITS_WITHOUT_A_WORD("everyFailureSaysWhy") {
    @Override
    Receipt turned(Receipt receipt) {
      return receipt instanceof RetryAfter wait ? new RetryAfter(wait.pause(), "") : receipt;
    }
  },
  MISSING_IS_AN_EXCEPTION("aMissingSecretIsSaidInWords") {
    @Override
    Receipt turned(Receipt receipt) {
      if (receipt instanceof Rejected it && it.code().equals("no-token")) {
        throw new NoSuchElementException("There is no token.");
      }
      return receipt;
    }
  };

  private final String fails;

  FailsOtherwise(String fails) {
    this.fails = fails;
  }

  @Override
  public String fails() {
    return fails;
  }

  Receipt turned(Receipt receipt) {
    return receipt;
  }

  @Override
  public Receipt deliver(Varied self, Outbound message, ChannelHost host) {
    return turned(self.sound().deliver(message, host));
  }
}
