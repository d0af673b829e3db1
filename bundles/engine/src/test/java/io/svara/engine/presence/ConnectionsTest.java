package io.svara.engine.presence;

import static io.svara.engine.workplace.Workplace.NOON;
import static io.svara.engine.workplace.Workplace.OPERATOR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.svara.engine.desk.Connection;
import io.svara.engine.desk.Connection.State;
import io.svara.engine.desk.Refused;
import io.svara.engine.journal.Entry;
import io.svara.engine.workplace.Workplace;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the engine makes of how connections stand. */
class ConnectionsTest {
  private static final URI CALLBACK = URI.create("http://127.0.0.1:8181/oauth/callback");

  private Workplace work;

  @BeforeEach
  void begin() throws Exception {
    work = new Workplace();
  }

  @AfterEach
  void end() throws Exception {
    work.close();
  }

  private static Connection connection(State state) {
    return new Connection(
        "shouters",
        "Shouters",
        state,
        Optional.of("anna@example.org"),
        Optional.of(NOON),
        Optional.of(NOON.plus(Duration.ofDays(3))),
        Optional.of(new Connection.Trouble("invalid_grant", "Connect it again.", NOON)));
  }

  private Optional<String> fault() {
    return work.presence.accounts().get(0).fault();
  }

  private List<String> kinds() {
    return work.journal.read(1, 1_000).stream().map(Entry::kind).toList();
  }

  @Test
  void anAccountShowsHowItsConnectionStands() {
    work.connections.stands("page", connection(State.ENDING));

    assertThat(work.presence.accounts().get(0).connection()).hasValue(connection(State.ENDING));
    assertThat(work.connecting.connection("page").state()).isEqualTo(State.ENDING);
  }

  @Test
  void anAccountWhoseConnectionHasEndedStopsOnceWithWords() {
    work.connections.stands("page", connection(State.ENDED));
    work.connecting.look();
    work.connecting.look();

    assertThat(fault()).hasValue("Connect it again.");
    assertThat(kinds()).filteredOn("account.faulted"::equals).hasSize(1);
  }

  @Test
  void anAccountWhoseConnectionEndsSoonOrIsNotRenewedJustNowGoesOn() {
    for (State state : List.of(State.ENDING, State.FAILING, State.NONE)) {
      work.connections.stands("page", connection(state));
      work.connecting.look();
    }

    assertThat(fault()).isEmpty();
  }

  @Test
  void aConnectedAccountResumesByItself() {
    work.connections.stands("page", connection(State.ENDED));
    work.connecting.look();
    work.connections.stands("page", connection(State.CONNECTED));

    work.connecting.finish(Map.of("state", "good", "account", "page"), "S", OPERATOR);

    assertThat(fault()).isEmpty();
    assertThat(kinds()).contains("account.connected");
  }

  @Test
  void anAccountThatWasNotConnectedStaysStopped() {
    work.connections.stands("page", connection(State.ENDED));
    work.connecting.look();

    work.connecting.finish(
        Map.of("state", "good", "account", "page", "error", "access_denied"), "S", OPERATOR);

    assertThat(fault()).isPresent();
  }

  @Test
  void tokensOfAnAccountThatWasRemovedMeanwhileAreForgotten() {
    assertThatThrownBy(
            () -> work.connecting.finish(Map.of("state", "good", "account", "gone"), "S", OPERATOR))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("gone");
    assertThat(work.connections.forgotten()).containsExactly("gone");
  }

  @Test
  void tokensAreForgottenWithTheirAccount() {
    work.presence.removeAccount("page", OPERATOR);

    assertThat(work.connections.forgotten()).containsExactly("page");
  }

  @Test
  void anAccountThatSignsInOtherwiseIsNotConnected() {
    assertThatThrownBy(() -> work.connecting.begin("page", CALLBACK, "S", OPERATOR))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("signIn");
  }

  @Test
  void whatEndsIsToldOnceADayAndAtOnceWhenItBecomesWorse() {
    List<String> told = new ArrayList<>();
    Alarms alarms = new Alarms(told::add, work.clock);

    alarms.consider("page", connection(State.ENDING));
    alarms.consider("page", connection(State.ENDING));
    assertThat(told).hasSize(1);
    assertThat(told.get(0)).contains("page", "Shouters", "2026-11-23T12:00:00Z");

    work.clock.pass(Duration.ofDays(1));
    alarms.consider("page", connection(State.ENDING));
    assertThat(told).hasSize(2);

    alarms.consider("page", connection(State.ENDED));
    assertThat(told).hasSize(3);
    assertThat(told.get(2)).contains("Connect it again.");

    alarms.consider("page", connection(State.CONNECTED));
    assertThat(told).hasSize(3);
  }
}
