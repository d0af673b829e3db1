package io.svara.testing.conformance.sound;

import io.svara.api.channel.ChannelHost;
import io.svara.api.channel.Http;
import io.svara.api.channel.Outbound;
import io.svara.api.channel.Receipt;
import io.svara.api.channel.Receipt.Accepted;
import io.svara.api.channel.Receipt.Rejected;
import io.svara.api.channel.Receipt.RetryAfter;
import io.svara.api.message.Visibility;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Texts that arrive elsewhere or otherwise, and limits that are kept wrongly. */
enum SentOtherwise implements Deviation {
  ACCEPTED_UNDER_OUR_KEY("aReplyIsAcceptedUnderThePlatformsId") {
    @Override
    Receipt turned(Outbound message, Receipt receipt, ChannelHost host) {
      return receipt instanceof Accepted
          ? new Accepted(message.idempotencyKey(), Optional.empty())
          : receipt;
    }
  },
  UNDER_NOTHING("aPublicReplyStandsUnderWhatItAnswers") {
    @Override
    public Receipt deliver(Varied self, Outbound message, ChannelHost host) {
      return self.sound().deliver(unrelatedIfOpen(message), host);
    }

    @Override
    public Receipt reconcile(Varied self, Outbound message, ChannelHost host) {
      return self.sound().reconcile(unrelatedIfOpen(message), host);
    }

    private Outbound unrelatedIfOpen(Outbound message) {
      return message.visibility() == Visibility.PUBLIC ? Outbounds.unrelated(message) : message;
    }
  },
  FOR_ALL_TO_READ("aPrivateReplyReachesItsCustomerAlone") {
    @Override
    public Receipt deliver(Varied self, Outbound message, ChannelHost host) {
      // Short ones only: what is about limits is another case's.
      if (message.visibility() == Visibility.PRIVATE
          && !message.privately()
          && message.text().length() < 100) {
        self.sound().deliver(Outbounds.open(message), host);
      }
      return self.sound().deliver(message, host);
    }
  },
  HANDOFF_TO_SOMEBODY_ELSE("aPrivateAnswerToAPublicMessageReachesItsAuthorAlone") {
    @Override
    public Receipt deliver(Varied self, Outbound message, ChannelHost host) {
      return self.sound()
          .deliver(message.privately() ? Outbounds.toSomebodyElse(message) : message, host);
    }
  },
  HANDOFF_WITHOUT_ORIGIN("aPrivateAnswerToAPublicMessageKeepsTheLink") {
    @Override
    public Receipt deliver(Varied self, Outbound message, ChannelHost host) {
      return self.sound().deliver(Outbounds.unlinked(message), host);
    }
  },
  ONE_LINE_ONLY("aReplyIsSentAsItWasWritten") {
    @Override
    public Receipt deliver(Varied self, Outbound message, ChannelHost host) {
      return self.sound()
          .deliver(Outbounds.worded(message, message.text().replaceAll("\\s+", " ")), host);
    }
  },
  WITHOUT_KEY("theSameKeyTwiceIsOneText") {
    @Override
    public Receipt deliver(Varied self, Outbound message, ChannelHost host) {
      return self.sound().deliver(message, new BentHost(host).calling(this::keyless));
    }

    private Http.Call keyless(Http.Call call) {
      Map<String, String> headers = new HashMap<>(call.headers());
      headers.remove("Idempotency-Key");
      return new Http.Call(call.method(), call.uri(), headers, call.body(), call.timeout());
    }
  },
  STOPS_FOR_ONE_TEXT("anAnswerToWhatWasRemovedDoesNotStopTheAccount") {
    @Override
    Receipt turned(Outbound message, Receipt receipt, ChannelHost host) {
      return receipt instanceof Rejected it && it.code().startsWith("404")
          ? new Rejected(it.code(), it.reason(), true)
          : receipt;
    }
  },
  BELOW_THE_LIMIT("aTextAtTheLimitIsTaken") {
    @Override
    public Receipt deliver(Varied self, Outbound message, ChannelHost host) {
      int letters = message.text().codePointCount(0, message.text().length());
      return letters == (message.visibility() == Visibility.PUBLIC ? 500 : 300)
          ? new Rejected("too-long", "Sound takes shorter texts.", false)
          : self.sound().deliver(message, host);
    }
  },
  CUT_TO_THE_LIMIT("aTextAboveTheLimitIsRefusedWhole") {
    @Override
    public Receipt deliver(Varied self, Outbound message, ChannelHost host) {
      String text = message.text();
      int limit = message.visibility() == Visibility.PUBLIC ? 500 : 300;
      boolean tooLong = text.codePointCount(0, text.length()) > limit;
      return self.sound()
          .deliver(tooLong ? Outbounds.worded(message, text.substring(0, limit)) : message, host);
    }
  },
  HALF_THE_WINDOW("anAnswerWithinTheWindowIsTaken") {
    @Override
    public Receipt deliver(Varied self, Outbound message, ChannelHost host) {
      boolean late =
          message.visibility() == Visibility.PRIVATE
              && message
                  .lastFromCustomer()
                  .filter(
                      written -> host.clock().instant().isAfter(written.plus(Duration.ofHours(12))))
                  .isPresent();
      return late
          ? new Rejected("window", "The window is over.", false)
          : self.sound().deliver(message, host);
    }
  },
  WAITS_FOR_THE_WINDOW("anAnswerAfterTheWindowIsRefused") {
    @Override
    Receipt turned(Outbound message, Receipt receipt, ChannelHost host) {
      return receipt instanceof Rejected it && it.code().equals("403-window")
          ? new RetryAfter(Duration.ofHours(1), "The window may open again.")
          : receipt;
    }
  };

  private final String fails;

  SentOtherwise(String fails) {
    this.fails = fails;
  }

  @Override
  public String fails() {
    return fails;
  }

  Receipt turned(Outbound message, Receipt receipt, ChannelHost host) {
    return receipt;
  }

  @Override
  public Receipt deliver(Varied self, Outbound message, ChannelHost host) {
    return turned(message, self.sound().deliver(message, host), host);
  }
}
