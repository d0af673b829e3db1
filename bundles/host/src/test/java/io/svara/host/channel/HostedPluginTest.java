package io.svara.host.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.svara.api.channel.Parsed;
import io.svara.api.channel.Polling;
import io.svara.api.channel.RawDelivery;
import io.svara.api.channel.Receipt;
import io.svara.api.message.Tree;
import io.svara.engine.clock.SettableClock;
import io.svara.engine.plugins.AccountRef;
import io.svara.engine.plugins.Connectors;
import io.svara.engine.plugins.Connectors.Absent;
import io.svara.engine.plugins.Connectors.Failed;
import io.svara.engine.plugins.CutOffs;
import io.svara.engine.plugins.Definition.Setting;
import io.svara.engine.plugins.Plugin;
import io.svara.engine.plugins.Plugins;
import io.svara.engine.secrets.Secrets;
import io.svara.host.living.Accounts;
import io.svara.host.living.LivingHost;
import io.svara.host.living.Raw;
import io.svara.host.plugin.OddPlugin;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.osgi.framework.Bundle;

/** What a plugin may do wrong, in a real framework. */
class HostedPluginTest {
  @TempDir static Path folder;

  private static LivingHost host;
  private static Connectors connectors;

  @BeforeAll
  static void installs() throws Exception {
    host =
        new LivingHost(
            folder,
            Map.of(
                "parseSeconds",
                1,
                "callSeconds",
                1,
                "deliverSeconds",
                1,
                "callsAtOnce",
                4,
                "hangingCalls",
                2));
    host.plug(OddPlugin.built("odd", "1.0.0"));
    connectors = host.service(Connectors.class);
    await().until(() -> connectors.running("odd").isPresent());
  }

  @AfterAll
  static void stops() throws Exception {
    host.close();
  }

  @Test
  void whatItIsIsKnown() {
    assertThat(connectors.running("odd"))
        .hasValueSatisfying(
            odd -> {
              assertThat(odd.version()).isEqualTo("1.0.0");
              assertThat(odd.polls()).isTrue();
              assertThat(odd.streams()).isTrue();
              assertThat(odd.accountSettings())
                  .containsExactly(
                      new Setting("apiBase", "The apiBase", "", false, true, Optional.empty()));
              assertThat(odd.endpointSettings()).isEmpty();
            });
  }

  @Test
  void aConnectorThatIsCutOffIsListedSoAndSaysWhy() {
    CutOffs engine =
        (channel, version) -> Optional.of(version + " rests.").filter(w -> version.equals("1.0.0"));
    host.register(CutOffs.class, engine);
    assertThat(host.service(Plugins.class).all())
        .filteredOn(plugin -> plugin.name().equals("odd") && plugin.kind().equals("channel"))
        .singleElement()
        .satisfies(
            plugin -> {
              assertThat(plugin.state()).isEqualTo(Plugin.CUT_OFF);
              assertThat(plugin.trouble()).hasValue("1.0.0 rests.");
            });
  }

  @Test
  void aCallRunsOnItsOwnThreadWithThePluginsLoader() throws Exception {
    Parsed.Malformed said = (Parsed.Malformed) connectors.parse("odd", new Raw("loader"));
    assertThat(said.reason()).matches("svara-host-odd-\\d+ true");
  }

  @ParameterizedTest
  @CsvSource({
    "throw,     io.svara.host.plugin.OddException",
    "overflow,  java.lang.StackOverflowError",
    "unlinked,  java.lang.NoClassDefFoundError",
    "hang,      did not end within 1 s",
    "null,      it answered parse with null"
  })
  void aFailureSaysWhichConnectorWhichCallAndHow(String text, String how) {
    assertThatThrownBy(() -> connectors.parse("odd", new Raw(text)))
        .isInstanceOf(Failed.class)
        .hasMessageContainingAll("odd 1.0.0", "parse", how)
        .hasMessageNotContaining("tulip")
        .hasNoCause();
  }

  @Test
  void aBodyThatIsNoJsonIsAnAnswer() throws Exception {
    assertThat(connectors.parse("odd", new Raw("json"))).isInstanceOf(Parsed.Malformed.class);
  }

  @Test
  void whatIsNotInstalledIsAbsent() {
    assertThatThrownBy(() -> connectors.parse("even", new Raw("")))
        .isInstanceOf(Absent.class)
        .hasMessageContaining("even");
  }

  @Test
  void aRotatedSecretIsKeptForTheAccountAndReadFromThereNext() throws Exception {
    Secrets secrets = host.service(Secrets.class);
    secrets.put("endpoint:door", "refresh", "from-the-endpoint");
    AccountRef account = Accounts.of("odd", "rotating", Map.of());
    assertThat(connectors.deliver(account, Accounts.say("k0", "hello")))
        .isEqualTo(new Receipt.Accepted("from-the-endpoint", Optional.empty()));
    assertThat(connectors.deliver(account, Accounts.say("k1", "rotate")))
        .isEqualTo(new Receipt.Accepted("new-value", Optional.empty()));
    assertThat(secrets.get("account:rotating", "refresh")).hasValue("new-value");
  }

  @Test
  void whatWasGivenForACallDoesNotWorkAfterIt() throws Exception {
    AccountRef account = Accounts.of("odd", "keeping", Map.of());
    connectors.deliver(account, Accounts.say("k2", "keep"));
    assertThatThrownBy(() -> connectors.deliver(account, Accounts.say("k3", "use what was kept")))
        .isInstanceOf(Failed.class)
        .hasMessageContaining("IllegalStateException");
  }

  @Test
  void aHostThatNobodyGrantedIsNotAsked() throws Exception {
    AccountRef account = Accounts.of("odd", "ungranted", Map.of("apiBase", "http://localhost:1"));
    assertThat(connectors.deliver(account, Accounts.say("k4", "get")))
        .isInstanceOf(Receipt.RetryAfter.class);
  }

  @Test
  void aSettingThatRefersToNothingRejectsForTheAccount() throws Exception {
    AccountRef account = Accounts.of("odd", "x", Map.of("apiBase", "$[env:SVARA_NO_SUCH_NAME]"));
    assertThat(connectors.deliver(account, Accounts.say("k5", "get")))
        .isInstanceOfSatisfying(
            Receipt.Rejected.class,
            rejected -> {
              assertThat(rejected.account()).isTrue();
              assertThat(rejected.reason()).contains("$[env:SVARA_NO_SUCH_NAME]");
            });
  }

  @Test
  void aReceiptThatNamesNothingIsAFailure() {
    AccountRef account = Accounts.of("odd", "nameless", Map.of());
    assertThatThrownBy(() -> connectors.deliver(account, Accounts.say("k6", "nameless")))
        .isInstanceOf(Failed.class)
        .hasMessageContainingAll("odd 1.0.0", "deliver", "receipt whose platformId is blank");
  }

  @Test
  void aLookupThatDoesNotEndIsUnanswered() throws Exception {
    AccountRef account = Accounts.of("odd", "asking", Map.of());
    assertThat(connectors.lookUp(account, lookup("now")).status()).isEqualTo(200);
    assertThat(connectors.lookUp(account, lookup("hang")))
        .isEqualTo(new RawDelivery.LookupAnswer("who", 0, Tree.Nothing.NOTHING));
  }

  /** What is answered is kept in the journal. */
  @Test
  void aSecretThatThePlatformQuotesIsInNoAnswer() throws Exception {
    host.service(Secrets.class).put("account:quoting", "refresh", "tulip-4711");
    AccountRef account = Accounts.of("odd", "quoting", Map.of());
    assertThat(connectors.lookUp(account, lookup("quote")).body().at("error").text())
        .hasValue("bad token ***");
  }

  @Test
  void aLookupOfAnAccountWhoseSettingRefersToNothingIsUnanswered() throws Exception {
    AccountRef account = Accounts.of("odd", "x", Map.of("apiBase", "$[env:SVARA_NO_SUCH_NAME]"));
    assertThat(connectors.lookUp(account, lookup("now")).status()).isZero();
  }

  private static Parsed.Lookup lookup(String question) {
    return new Parsed.Lookup("x", "who", question);
  }

  @Test
  void theClockIsTheTestsOwn() throws Exception {
    Instant then = Instant.parse("2031-06-01T12:00:00Z");
    host.service(SettableClock.class).set(then);
    Polling.Polled polled =
        connectors.poll(Accounts.of("odd", "clock", Map.of()), v -> Optional.empty());
    assertThat(Instant.parse(polled.cursor())).isBetween(then, then.plusSeconds(60));
  }

  @Test
  void twoVersionsNeverReadOneAccountAtOnce() throws Exception {
    AccountRef account = Accounts.of("odd", "leased", Map.of());
    CountDownLatch reading = new CountDownLatch(1);
    ExecutorService other = Executors.newSingleThreadExecutor();
    try {
      Future<?> first =
          other.submit(
              () -> {
                connectors.stream(account, v -> Optional.of("0"), (a, c) -> reading.countDown());
                return null;
              });
      reading.await();
      Bundle newer = host.plug(OddPlugin.built("odd", "1.1.0"));
      await().until(() -> connectors.running("odd").orElseThrow().version().equals("1.1.0"));
      assertThatThrownBy(() -> connectors.poll(account, v -> Optional.empty()))
          .isInstanceOf(Failed.class)
          .hasMessageContainingAll("leased", "odd 1.0.0", "odd 1.1.0");
      first.cancel(true);
      await()
          .ignoreExceptions()
          .until(() -> connectors.poll(account, v -> Optional.empty()) != null);
      host.uninstall(newer);
      await().until(() -> connectors.running("odd").orElseThrow().version().equals("1.0.0"));
    } finally {
      other.shutdownNow();
    }
  }

  @Test
  void aStreamsEventsComeOnTheCallersThreadAndItsInterruptEndsIt() throws Exception {
    AccountRef account = Accounts.of("odd", "streamed", Map.of());
    List<Thread> on = new java.util.concurrent.CopyOnWriteArrayList<>();
    Thread caller =
        new Thread(
            () ->
                assertThatThrownBy(
                        () ->
                            connectors.stream(
                                account,
                                v -> Optional.of("0"),
                                (a, c) -> on.add(Thread.currentThread())))
                    .isInstanceOf(InterruptedException.class));
    caller.start();
    await().until(() -> !on.isEmpty());
    caller.interrupt();
    caller.join();
    assertThat(on).containsExactly(caller);
    await().ignoreExceptions().until(() -> connectors.poll(account, v -> Optional.empty()) != null);
  }

  @Test
  void whatTheEngineCannotKeepEndsTheStream() {
    AccountRef account = Accounts.of("odd", "unkept", Map.of());
    assertThatThrownBy(
            () ->
                connectors.stream(
                    account,
                    v -> Optional.of("0"),
                    (a, c) -> {
                      throw new IllegalStateException("the disk is full");
                    }))
        .hasMessage("the disk is full");
  }

  @Test
  void aPluginWhoseCallsHangForGoodGetsNoMoreAndItsDeliveriesWait() throws Exception {
    Bundle stuck = host.plug(OddPlugin.built("stuck", "9.0.0"));
    await().until(() -> connectors.running("odd").orElseThrow().version().equals("9.0.0"));
    AtomicInteger released = new AtomicInteger();
    Stubborn delivery = new Stubborn(released);
    for (int i = 0; i < 2; i++) {
      assertThatThrownBy(() -> connectors.parse("odd", delivery))
          .isInstanceOf(Failed.class)
          .hasMessageContaining("given up");
    }
    // Absent, not failed: nothing is wrong with this delivery, so it waits.
    assertThatThrownBy(() -> connectors.parse("odd", new Raw("ok")))
        .isInstanceOf(Absent.class)
        .hasMessageContaining("2 of its calls hang");
    AccountRef account = Accounts.of("odd", "stuck", Map.of());
    assertThatThrownBy(() -> connectors.lookUp(account, lookup("now")))
        .isInstanceOf(Absent.class)
        .hasMessageContaining("2 of its calls hang");
    assertThat(host.service(Plugins.class).all())
        .filteredOn(plugin -> plugin.name().equals("stuck") && plugin.kind().equals("channel"))
        .singleElement()
        .extracting(Plugin::trouble)
        .isEqualTo(Optional.of("2 failed calls since it started, 2 calls hang now"));
    released.set(1);
    await().ignoreExceptions().until(() -> connectors.parse("odd", new Raw("ok")) != null);
    host.uninstall(stuck);
    await().until(() -> connectors.running("odd").orElseThrow().version().equals("1.0.0"));
  }
}
