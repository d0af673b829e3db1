package io.svara.testing.conformance.sound;

import io.svara.api.channel.ChannelHost;
import io.svara.api.channel.Http;
import io.svara.api.channel.Outbound;
import io.svara.api.channel.Receipt;
import io.svara.api.channel.Receipt.Accepted;
import io.svara.api.channel.Receipt.NotDelivered;
import io.svara.api.channel.Receipt.Unknown;
import java.nio.charset.StandardCharsets;

/** Looking for what was sent, done wrongly. */
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
  BY_WORDS_OF_ANY_TIME("anEarlierTextLikeItIsNotTakenForIt") {
    @Override
    public Receipt reconcile(Varied self, Outbound message, ChannelHost host) {
      return ByWords.find(message, host, ByWords.unknown(message));
    }
  },
  BY_WORDS_AND_TIME("aKnownTextLikeItIsNotTakenForIt") {
    @Override
    public Receipt reconcile(Varied self, Outbound message, ChannelHost host) {
      return ByWords.find(message, host, ByWords.inTime(message));
    }
  },
  THE_LATEST_OF_TWO("ofTwoAlikeNoneIsGuessed") {
    @Override
    public Receipt reconcile(Varied self, Outbound message, ChannelHost host) {
      return ByWords.latest(message, host);
    }
  },
  UNASKED_IS_ABSENT("whatCannotBeAskedStaysUnknown") {
    @Override
    Receipt turned(Receipt receipt) {
      return receipt instanceof Unknown it ? new NotDelivered(it.reason()) : receipt;
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

  @Override
  public Receipt reconcile(Varied self, Outbound message, ChannelHost host) {
    return turned(self.sound().reconcile(message, host));
  }
}
