package io.svara.testing.conformance.sound;

import io.svara.api.channel.AccountRefused;
import io.svara.api.channel.Channel;
import io.svara.api.channel.ChannelHost;
import io.svara.api.channel.Http;
import io.svara.api.channel.Outbound;
import io.svara.api.channel.Polling.Polled;
import io.svara.api.channel.Receipt;
import io.svara.api.channel.Receipt.Rejected;
import io.svara.testing.conformance.Plugin;
import io.svara.testing.conformance.statics.Counting;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Secrets that get out, settings of no form, and a guest who does not behave. */
enum BehavesOtherwise implements Deviation {
  LOGS_ITS_TOKEN("noSecretIsInALine") {
    @Override
    void before(Varied self, Outbound message, ChannelHost host) {
      host.account().secret(SoundDescription.TOKEN).ifPresent(host.log()::info);
    }
  },
  TOKEN_IN_THE_ADDRESS("noSecretIsInAnAddress") {
    @Override
    public Receipt reconcile(Varied self, Outbound message, ChannelHost host) {
      String token = host.account().secret(SoundDescription.TOKEN).orElse("");
      return self.sound()
          .reconcile(
              message,
              new BentHost(host)
                  .calling(call -> to(URI.create(call.uri() + "&token=" + token), call)));
    }
  },
  QUOTES_ITS_TOKEN("noSecretIsInAnAnswer") {
    @Override
    public Receipt deliver(Varied self, Outbound message, ChannelHost host) {
      Receipt receipt = self.sound().deliver(message, host);
      String token = host.account().secret(SoundDescription.TOKEN).orElse("");
      return receipt instanceof Rejected it && it.code().startsWith("401")
          ? new Rejected(it.code(), it.reason() + " It is " + token + ".", it.account())
          : receipt;
    }
  },
  LOGS_WORDS("nobodysWordsAreInALine") {
    @Override
    void before(Varied self, Outbound message, ChannelHost host) {
      host.log().info("Sending: " + message.text());
    }
  },
  SETTING_OF_NO_FORM("onlySettingsOfTheFormsAreRead") {
    @Override
    void before(Varied self, Outbound message, ChannelHost host) {
      host.account().setting("signature");
    }
  },
  A_PAGE_SIZE_OF_ITS_OWN("everySettingOfTheFormsIsUsed") {
    @Override
    public Receipt reconcile(Varied self, Outbound message, ChannelHost host) {
      return self.sound().reconcile(message, bent(host));
    }

    @Override
    public Polled poll(Varied self, Optional<String> cursor, ChannelHost host)
        throws Http.NotSent, Http.NoAnswer, AccountRefused {
      return self.sound().poll(cursor, bent(host));
    }

    private ChannelHost bent(ChannelHost host) {
      return new BentHost(host).without(SoundDescription.PAGE_SIZE);
    }
  },
  TOKEN_AS_A_SETTING("secretsArePasswordsInTheForms") {
    @Override
    void before(Varied self, Outbound message, ChannelHost host) {
      host.account().setting(SoundDescription.TOKEN);
    }
  },
  CALLS_ELSEWHERE("onlyGrantedHostsAreCalled") {
    @Override
    public Receipt reconcile(Varied self, Outbound message, ChannelHost host) {
      try {
        host.http().send(Http.Call.get(URI.create("http://127.0.0.1:9/statistics"), Map.of()));
      } catch (Http.NotSent | Http.NoAnswer refused) {
        // As it deserves.
      }
      return self.sound().reconcile(message, host);
    }
  },
  ALL_THE_TIME_IN_THE_WORLD("everyCallHasATimeLimit") {
    @Override
    public Receipt deliver(Varied self, Outbound message, ChannelHost host) {
      return self.sound()
          .deliver(
              message,
              new BentHost(host)
                  .calling(
                      call ->
                          new Http.Call(
                              call.method(),
                              call.uri(),
                              call.headers(),
                              call.body(),
                              Duration.ofDays(1))));
    }
  },
  KEEPS_ITS_HOST("theHostIsNotUsedAfterItsCall") {
    @Override
    void before(Varied self, Outbound message, ChannelHost host) {
      ChannelHost first = (ChannelHost) self.memory.putIfAbsent("host", host);
      if (first != null) {
        try {
          first.clock();
        } catch (IllegalStateException over) {
          // It was told so.
        }
      }
    }
  },
  LEAVES_A_THREAD("noThreadIsLeftBehind") {
    @Override
    void before(Varied self, Outbound message, ChannelHost host) {
      Thread thread = new Thread(() -> LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(3)));
      thread.setDaemon(true);
      thread.start();
    }
  },
  COUNTS_IN_A_STATIC("nothingIsKeptInStatics") {
    @Override
    public Channel channel() {
      return new Counting(this);
    }
  },
  NOT_REGISTERED("thePluginStartsAndRegistersItsChannel") {
    @Override
    public Plugin plugin() {
      return SoundJars.UNDESCRIBED;
    }
  },
  IMPORTS_THE_FRAMEWORK("thePluginImportsTheApiAlone") {
    @Override
    public Plugin plugin() {
      return SoundJars.CURIOUS;
    }
  },
  CLINGS("aRemovedPluginLeavesNoClassLoader") {
    @Override
    public Plugin plugin() {
      return SoundJars.CLINGING;
    }
  },
  ALONE("twoVersionsWorkBesideEachOther") {
    @Override
    public Plugin plugin() {
      return SoundJars.SOLITARY;
    }
  };

  private final String fails;

  BehavesOtherwise(String fails) {
    this.fails = fails;
  }

  @Override
  public String fails() {
    return fails;
  }

  /** What it does before it delivers. */
  void before(Varied self, Outbound message, ChannelHost host) {}

  @Override
  public Receipt deliver(Varied self, Outbound message, ChannelHost host) {
    before(self, message, host);
    return self.sound().deliver(message, host);
  }

  private static Http.Call to(URI there, Http.Call call) {
    return new Http.Call(call.method(), there, call.headers(), call.body(), call.timeout());
  }
}
