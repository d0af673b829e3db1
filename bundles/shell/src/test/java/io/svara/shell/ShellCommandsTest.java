package io.svara.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.svara.engine.desk.Actor;
import io.svara.engine.desk.CaseQuery;
import io.svara.engine.desk.CaseState;
import io.svara.engine.desk.CaseSummary;
import io.svara.engine.desk.Cases;
import io.svara.engine.desk.CommandLine.Outcome;
import io.svara.engine.desk.Conformance;
import io.svara.engine.desk.Conformance.Counts;
import io.svara.engine.desk.Conformance.Standing;
import io.svara.engine.desk.Deliveries;
import io.svara.engine.desk.Erasure;
import io.svara.engine.desk.Page;
import io.svara.engine.desk.Presence;
import io.svara.engine.desk.Refused;
import io.svara.engine.desk.Role;
import io.svara.engine.desk.Swaps;
import io.svara.engine.journal.Journal;
import io.svara.engine.journal.JournalCare;
import io.svara.engine.people.People;
import io.svara.engine.people.User;
import io.svara.engine.plugins.Bays.Traffic;
import io.svara.engine.plugins.Plugin;
import io.svara.engine.plugins.Plugins;
import io.svara.engine.views.Views;
import io.svara.engine.views.ViewsStarting;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.felix.gogo.runtime.threadio.ThreadIOImpl;
import org.apache.karaf.shell.api.console.Registry;
import org.apache.karaf.shell.impl.action.command.ManagerImpl;
import org.apache.karaf.shell.impl.console.SessionFactoryImpl;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs the commands in Karaf's own shell. */
class ShellCommandsTest {
  private static final Actor OPERATOR = new Actor("op", Set.of(Role.OPERATOR), Locale.ENGLISH);
  private static final Actor ADMIN = new Actor("admin", Set.of(Role.ADMIN), Locale.ENGLISH);
  private static final Actor AGENT = new Actor("anna", Set.of(Role.AGENT), Locale.ENGLISH);
  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

  private final ThreadIOImpl streams = new ThreadIOImpl();
  private final SessionFactoryImpl sessions = new SessionFactoryImpl(streams);
  private final ShellCommands commands = new ShellCommands(sessions);
  private final List<List<Object>> asked = new ArrayList<>();
  private List<String> damages = List.of();
  private boolean starting;

  @BeforeEach
  void start() {
    streams.start();
    Registry registry = sessions.getRegistry();
    Deliveries.Delivery delivery =
        new Deliveries.Delivery(
            "9",
            "fb",
            "facebook",
            NOON,
            Deliveries.State.QUARANTINED,
            Optional.of("1.0.0"),
            Optional.of("no entry"),
            2,
            List.of());
    service(
        registry,
        Presence.class,
        Map.of(
            "accounts",
            List.of(
                new Presence.Account(
                    "norrsken",
                    "facebook",
                    Optional.of("fb"),
                    "42",
                    Map.of(),
                    List.of(),
                    Optional.empty(),
                    3,
                    Optional.of("expired token"),
                    Optional.empty())),
            "endpoints",
            List.of(
                new Presence.Endpoint(
                    "fb", "facebook", Map.of(), List.of("appSecret"), true, Optional.empty()))));
    service(
        registry, Cases.class, Map.of("find", new Page<CaseSummary>(List.of(), Optional.empty())));
    service(
        registry,
        Deliveries.class,
        Map.of(
            "list",
            new Page<>(List.of(delivery), Optional.empty()),
            "replay",
            delivery,
            "replayAll",
            4));
    service(
        registry,
        Plugins.class,
        Map.of(
            "all",
            List.of(
                new Plugin(
                    "svara-facebook",
                    "1.0.0",
                    "channel",
                    Optional.of("facebook"),
                    true,
                    "running",
                    Optional.empty()),
                new Plugin(
                    "svara-lonely",
                    "1.0.0",
                    "check",
                    Optional.empty(),
                    true,
                    "running",
                    Optional.empty()))));
    Swaps.Swap swap =
        new Swaps.Swap(
            "7",
            "svara-facebook",
            Optional.of("1.0.0"),
            Optional.of("2.0.0"),
            Swaps.State.UNINSTALLED,
            "op",
            "newer",
            List.of(
                new Swaps.Step(Swaps.State.STAGED, NOON, "op", "newer", List.of()),
                new Swaps.Step(
                    Swaps.State.UNINSTALLED, NOON, "op", "1.0.0 is uninstalled.", List.of())));
    service(
        registry,
        Swaps.class,
        Map.of(
            "install",
            new Swaps.Staged("svara-facebook", "2.0.0", "abc"),
            "promote",
            swap,
            "rollback",
            swap,
            "remove",
            swap,
            "await",
            swap),
        Map.of(
            "plugins",
            () -> {
              if (starting) {
                throw new ViewsStarting();
              }
              return List.of(
                  new Swaps.Line(
                      "svara-facebook",
                      Optional.of("1.0.0"),
                      Optional.empty(),
                      List.of(
                          kept("1.0.0", true, Conformance.NONE),
                          kept("1.1.0", false, reported(Standing.OTHER_BYTES)),
                          kept("1.2.0", false, Conformance.unreadable("It is \u001b[2J no JSON.")),
                          kept("2.0.0", false, reported(Standing.THESE_BYTES)))));
            }));
    service(
        registry,
        People.class,
        Map.of(
            "all",
            List.of(new User("anna", Set.of(Role.AGENT), Locale.forLanguageTag("sv"))),
            "signInLink",
            URI.create("http://127.0.0.1:8181/sign-in?code=x")));
    service(registry, Journal.class, Map.of("trouble", Optional.empty()));
    service(
        registry,
        Views.class,
        Map.of(
            "progress",
            new Views.Progress(Views.Phase.CATCHING_UP, 7, 9, Optional.empty()),
            "rebuild",
            "begun"));
    service(registry, Erasure.class, Map.of("positions", 2, "messages", 3, "contact", 4));
    service(
        registry,
        JournalCare.class,
        Map.of("standing", new JournalCare.Standing(Path.of("j"), "id", 1, 9, 1, 10), "backup", 9L),
        Map.of("verify", () -> new JournalCare.Findings(9, 1, 0, damages)));
    ManagerImpl manager = new ManagerImpl(registry, registry);
    for (Class<?> type :
        List.of(
            AccountNames.class,
            CaseStates.class,
            QuarantinedDeliveries.class,
            UserNames.class,
            AccountsCommand.class,
            EndpointsCommand.class,
            CasesCommand.class,
            QuarantineCommand.class,
            ReplayCommand.class,
            JournalInfoCommand.class,
            JournalBackupCommand.class,
            JournalVerifyCommand.class,
            JournalRedactCommand.class,
            PluginListCommand.class,
            PluginInstallCommand.class,
            PluginPromoteCommand.class,
            PluginRollbackCommand.class,
            PluginRemoveCommand.class,
            PluginNames.class,
            PluginVersions.class,
            UsersCommand.class,
            SignInCommand.class,
            ViewsRebuildCommand.class)) {
      manager.register(type);
    }
  }

  private static Swaps.Version kept(String version, boolean runs, Conformance conformance) {
    return new Swaps.Version(version, true, runs, runs, Traffic.NONE, conformance);
  }

  private static Conformance reported(Standing standing) {
    Counts counts = new Counts(98, 1, 7, 1, "0.1.0");
    return new Conformance(standing, Optional.of(counts), Optional.empty());
  }

  @AfterEach
  void stop() {
    sessions.stop();
    streams.stop();
  }

  @Test
  void listsSayWhatThereIs() {
    assertThat(run("svara:accounts")).contains("norrsken", "none runs", "expired token");
    assertThat(run("svara:endpoints")).contains("/hooks/fb", "appSecret", "yes");
    assertThat(run("svara:quarantine")).contains("no entry");
    assertThat(run("svara:plugin-list")).contains("svara-facebook", "running");
    assertThat(run("svara:journal-info")).contains("1 to 9", "catching-up at 7", "are taken");
    assertThat(commands.run("svara:users", ADMIN).output()).contains("anna", "agent", "sv");
  }

  @Test
  void keptVersionsAreListedWithWhatTheirAuthorsBuildSays() {
    List<String> lines = run("svara:plugin-list").lines().toList();
    assertThat(lines).anySatisfy(line -> row(line, "1.0.0", "yes", "running", "no report"));
    assertThat(lines).anySatisfy(line -> row(line, "1.1.0", "no", "kept", "about other bytes"));
    assertThat(lines).anySatisfy(line -> row(line, "1.2.0", "no", "kept", "cannot be read"));
    assertThat(lines)
        .anySatisfy(
            line -> row(line, "2.0.0", "no", "kept", "98 passed, 1 failed, 7 not run, 1 opt-out"));
  }

  private static void row(String line, String... words) {
    assertThat(line).contains("svara-facebook").containsSubsequence(words);
  }

  @Test
  void aPluginThatRunsWithoutAJarIsListedToo() {
    assertThat(run("svara:plugin-list")).contains("svara-lonely");
  }

  @Test
  void thePluginListSaysWhoseWordAReportIs() {
    assertThat(run("svara:plugin-list")).contains("The author's build says");
  }

  @Test
  void beforeRoutesAreKnownThePluginListIsRefusedInWords() {
    starting = true;
    Outcome outcome = commands.run("svara:plugin-list", OPERATOR);
    assertThat(outcome.exitCode()).isEqualTo(1);
    assertThat(outcome.output()).isEmpty();
    assertThat(outcome.error()).contains("nothing can be read yet");
  }

  @Test
  void withoutSwapsThePluginListTellsWhatRunsAndWhatItDoesNotKnow() {
    Registry registry = sessions.getRegistry();
    registry.unregister(registry.getService(Swaps.class));
    String listed = run("svara:plugin-list");
    assertThat(listed).contains("svara-facebook", "svara-lonely", "svara-hotswap does not run");
  }

  @Test
  void aCommandMayBeNamedWithoutItsScope() {
    assertThat(run("accounts")).contains("norrsken");
  }

  @Test
  void filtersReachTheEngine() {
    run("svara:cases --state waiting --account norrsken --limit 3 \"min räkning\"");

    CaseQuery query = (CaseQuery) asked.get(asked.size() - 1).get(1);
    assertThat(query.states()).containsExactly(CaseState.WAITING);
    assertThat(query.account()).hasValue("norrsken");
    assertThat(query.limit()).isEqualTo(3);
    assertThat(query.q()).hasValue("min räkning");
  }

  @Test
  void pluginsAreExchangedAndTheStepsAreShown() {
    assertThat(run("svara:plugin-promote --why newer svara-facebook 2.0.0"))
        .contains("Swap 7", "staged", "1.0.0 is uninstalled.");
    assertThat(asked)
        .anySatisfy(
            call ->
                assertThat(call)
                    .containsExactly(
                        "promote", "svara-facebook", Optional.of("2.0.0"), "newer", OPERATOR));
    assertThat(run("svara:plugin-rollback svara-facebook")).contains("Swap 7");
    assertThat(run("svara:plugin-remove svara-facebook")).contains("Swap 7");
    assertThat(commands.run("svara:plugin-promote svara-facebook", AGENT).exitCode()).isEqualTo(1);
    assertThat(commands.run("svara:plugin-install nowhere.jar", OPERATOR).exitCode()).isEqualTo(1);
  }

  @Test
  void replayTakesOneOrAll() {
    assertThat(run("svara:replay 9")).contains("9 is quarantined.");
    assertThat(run("svara:replay --all")).contains("4 deliveries");
    assertThat(commands.run("svara:replay", OPERATOR).exitCode()).isEqualTo(1);
    assertThat(commands.run("svara:replay --all 9", OPERATOR).error())
        .contains("Name one delivery, or --all.");
    assertThat(asked).anySatisfy(call -> assertThat(call).contains("replay", "9", OPERATOR));
  }

  @Test
  void redactionNamesOneThingAndAReason() {
    assertThat(run("svara:journal-redact --position 1 --position 2 --reason \"asked for\""))
        .contains("2 entries");
    assertThat(asked.get(asked.size() - 1))
        .containsExactly("positions", List.of(1L, 2L), "asked for", OPERATOR);
    assertThat(run("svara:journal-redact --contact K1 --reason asked")).contains("4 entries");
    assertThat(commands.run("svara:journal-redact --reason asked", OPERATOR).exitCode())
        .isEqualTo(1);
    assertThat(commands.run("svara:journal-redact --contact K1", OPERATOR).exitCode()).isEqualTo(2);
  }

  @Test
  void aDamagedJournalIsAFailure() {
    assertThat(run("svara:journal-verify")).contains("All is sound.");
    damages = List.of("Entry 5 of segment 1 does not match its digest.");

    Outcome outcome = commands.run("svara:journal-verify", OPERATOR);

    assertThat(outcome.exitCode()).isEqualTo(1);
    assertThat(outcome.output()).contains("Entry 5");
    assertThat(outcome.error()).contains("restore a backup");
  }

  @Test
  void viewsInDoubtAreFoldedAnewAndSayHowFarTheyHaveToGo() {
    assertThat(run("svara:views-rebuild")).contains("9 entries");
    assertThat(asked).contains(List.of("rebuild", "asked for by op"));
  }

  @Test
  void aBackupSaysWhatItHolds() {
    assertThat(run("svara:journal-backup copy")).contains("up to entry 9");
    assertThat(commands.run("svara:journal-backup", OPERATOR).exitCode()).isEqualTo(2);
  }

  @Test
  void onlyAnAdministratorGetsALinkToSignInBy() {
    assertThat(commands.run("svara:sign-in", ADMIN).output()).contains("/sign-in?code=x");
    Outcome refused = commands.run("svara:sign-in admin", OPERATOR);
    assertThat(refused.exitCode()).isEqualTo(1);
    assertThat(refused.output()).isEmpty();
    assertThat(refused.error()).contains("admin; you are op.");
  }

  @Test
  void anAgentMayNotOperate() {
    for (String command :
        List.of(
            "accounts",
            "endpoints",
            "quarantine",
            "replay 9",
            "journal-info",
            "journal-backup x",
            "journal-verify",
            "journal-redact --contact K1 --reason r",
            "plugin-list",
            "plugin-install x",
            "plugin-promote x",
            "plugin-rollback x",
            "plugin-remove x",
            "views-rebuild",
            "users")) {
      assertThat(commands.run(command, AGENT).exitCode()).as(command).isEqualTo(1);
    }
  }

  @Test
  void helpListsEveryCommandAndExplainsEach() {
    assertThat(run("help").lines()).hasSize(17).allMatch(line -> line.startsWith("svara:"));
    for (String line : run("help").lines().toList()) {
      String command = line.substring(0, line.indexOf(' '));
      assertThat(run("help " + command)).contains("DESCRIPTION", command).doesNotContain("\u001B");
    }
    assertThat(run("help journal-backup")).contains("restored while Svara is stopped");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "system:shutdown",
        "bundle:list",
        "svara:nothing",
        "help nothing",
        "svara:users; system:shutdown",
        "svara:users | cat",
        "svara:users $(shell:exec id)",
        "svara:replay `id`",
        "svara:users\nsystem:shutdown",
        "svara:users > file",
        "{ svara:users }"
      })
  void nothingElseRuns(String line) {
    Outcome outcome = commands.run(line, ADMIN);

    assertThat(outcome.exitCode()).isEqualTo(2);
    assertThat(outcome.output()).isEmpty();
    assertThat(outcome.error()).isNotBlank();
    assertThat(asked).isEmpty();
  }

  private String run(String line) {
    Outcome outcome = commands.run(line, OPERATOR);
    assertThat(outcome.error()).isEmpty();
    assertThat(outcome.exitCode()).isZero();
    return outcome.output();
  }

  private void service(Registry registry, Class<?> type, Map<String, Object> answers) {
    service(registry, type, answers, Map.of());
  }

  private void service(
      Registry registry,
      Class<?> type,
      Map<String, Object> answers,
      Map<String, java.util.function.Supplier<Object>> fresh) {
    InvocationHandler handler =
        (proxy, method, arguments) -> {
          if (method.getDeclaringClass() == Object.class) {
            return method.getName().equals("hashCode") ? 1 : proxy == arguments[0];
          }
          List<Object> call = new ArrayList<>(List.of(method.getName()));
          if (arguments != null) {
            call.addAll(List.of(arguments));
          }
          asked.add(call);
          if (fresh.containsKey(method.getName())) {
            return fresh.get(method.getName()).get();
          }
          Object answer = answers.get(method.getName());
          if (answer == null) {
            throw Refused.notFound("The fake has no " + method.getName() + ".");
          }
          return answer;
        };
    registry.register(
        Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
  }
}
