package io.svara.testing.conformance.sound;

import io.svara.api.channel.AccountRefused;
import io.svara.api.channel.ChannelHost;
import io.svara.api.channel.Http;
import io.svara.api.channel.Outbound;
import io.svara.api.channel.Parsed;
import io.svara.api.channel.Parsed.Lookup;
import io.svara.api.channel.Polling.Polled;
import io.svara.api.channel.RawDelivery;
import io.svara.api.channel.Receipt;
import io.svara.api.channel.Streaming.Intake;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** What others do where everybody looks, done where one looks last: away from a reply. */
enum HiddenOtherwise implements Deviation {
  TOKEN_IN_A_QUESTION("noSecretIsInAnAddress") {
    @Override
    public Http.Answer lookUp(Varied self, Lookup lookup, ChannelHost host)
        throws Http.NotSent, Http.NoAnswer {
      String token = host.account().secret(SoundDescription.TOKEN).orElse("");
      ChannelHost bent =
          new BentHost(host)
              .calling(
                  call ->
                      new Http.Call(
                          call.method(),
                          URI.create(call.uri() + "?token=" + token),
                          call.headers(),
                          call.body(),
                          call.timeout()));
      return self.sound().lookUp(lookup, bent);
    }
  },
  REFUSED_WITH_ITS_TOKEN("noSecretIsInAnAnswer") {
    @Override
    public Polled poll(Varied self, Optional<String> cursor, ChannelHost host)
        throws Http.NotSent, Http.NoAnswer, AccountRefused {
      try {
        return self.sound().poll(cursor, host);
      } catch (AccountRefused refused) {
        String token = host.account().secret(SoundDescription.TOKEN).orElse("");
        throw new AccountRefused(refused.code(), "It does not like " + token + ".");
      }
    }
  },
  THREAD_OF_A_STREAM("noThreadIsLeftBehind") {
    @Override
    public void stream(Varied self, Optional<String> cursor, Intake intake, ChannelHost host)
        throws InterruptedException, Http.NotSent, Http.NoAnswer, AccountRefused {
      Thread thread = new Thread(() -> LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(3)));
      thread.setDaemon(true);
      thread.start();
      self.sound().stream(cursor, intake, host);
    }
  },
  SETTING_OF_A_STREAM("onlySettingsOfTheFormsAreRead") {
    @Override
    public void stream(Varied self, Optional<String> cursor, Intake intake, ChannelHost host)
        throws InterruptedException, Http.NotSent, Http.NoAnswer, AccountRefused {
      host.account().setting("heartbeat");
      self.sound().stream(cursor, intake, host);
    }
  },
  WELL_MAY_WAIT("nonsenseIsNoReceipt") {
    @Override
    public Receipt deliver(Varied self, Outbound message, ChannelHost host) {
      Receipt receipt = self.sound().deliver(message, host);
      return receipt instanceof Receipt.Unknown it && it.reason().contains("HTTP 200")
          ? new Receipt.RetryAfter(Duration.ofMinutes(1), it.reason())
          : receipt;
    }
  },
  MALFORMED_WHEN_REFUSED("aRefusedLookupIsTheEnd") {
    @Override
    public Parsed parse(Varied self, RawDelivery delivery) {
      return delivery.answers().stream().anyMatch(answer -> answer.status() == 403)
          ? new Parsed.Malformed("The words were refused.")
          : self.sound().parse(delivery);
    }
  };

  private final String fails;

  HiddenOtherwise(String fails) {
    this.fails = fails;
  }

  @Override
  public String fails() {
    return fails;
  }
}
