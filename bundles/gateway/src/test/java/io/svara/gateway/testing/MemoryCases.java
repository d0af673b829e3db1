package io.svara.gateway.testing;

import io.svara.api.channel.Capability;
import io.svara.api.channel.ReplyWindow;
import io.svara.api.channel.TextLimit;
import io.svara.api.check.Remark;
import io.svara.api.message.Rating;
import io.svara.api.message.Visibility;
import io.svara.engine.desk.Actor;
import io.svara.engine.desk.Answer;
import io.svara.engine.desk.CaseChange;
import io.svara.engine.desk.CaseMessage;
import io.svara.engine.desk.CaseQuery;
import io.svara.engine.desk.CaseState;
import io.svara.engine.desk.CaseSummary;
import io.svara.engine.desk.CaseView;
import io.svara.engine.desk.Cases;
import io.svara.engine.desk.Direction;
import io.svara.engine.desk.Page;
import io.svara.engine.desk.Refused;
import io.svara.engine.desk.ReplyStanding;
import io.svara.engine.desk.ReplyState;
import io.svara.engine.guard.Verdict;
import io.svara.engine.views.Search;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** One case, {@code C1}, that remembers what was asked of it. */
public final class MemoryCases implements Cases {
  public static final String FORBIDDEN_WORD = "811218-9876";

  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
  private final List<CaseChange> changes = new ArrayList<>();
  private final List<CaseQuery> queries = new ArrayList<>();
  private final List<Actor> actors = new ArrayList<>();
  private final List<Answer> answers = new ArrayList<>();
  private long version = 7;
  private boolean guard = true;

  public synchronized void stopGuard() {
    guard = false;
  }

  public synchronized List<CaseChange> changes() {
    return List.copyOf(changes);
  }

  public synchronized CaseQuery lastQuery() {
    return queries.get(queries.size() - 1);
  }

  public synchronized Answer lastAnswer() {
    return answers.get(answers.size() - 1);
  }

  public synchronized Actor lastActor() {
    return actors.get(actors.size() - 1);
  }

  @Override
  public synchronized Page<CaseSummary> find(CaseQuery query) {
    if (query.cursor().equals(Optional.of("bad"))) {
      throw new Search.BadCursor();
    }
    queries.add(query);
    return new Page<>(List.of(summary()), Optional.of("more"));
  }

  @Override
  public synchronized Optional<CaseView> get(String id) {
    if (id.equals("BROKEN")) {
      throw new IllegalStateException("the secret inside of the engine");
    }
    return id.equals("C1") ? Optional.of(view()) : Optional.empty();
  }

  @Override
  public Map<String, Long> counts() {
    return Map.of("new", 1L, "unassigned", 3L);
  }

  @Override
  public synchronized CaseView change(String id, long seen, List<CaseChange> wanted, Actor actor) {
    check(id, seen);
    changes.addAll(wanted);
    actors.add(actor);
    version += wanted.size();
    return view();
  }

  @Override
  public synchronized Optional<Verdict> verdict(String id, Answer answer, Actor actor) {
    return guard ? Optional.of(judge(answer.text())) : Optional.empty();
  }

  @Override
  public synchronized CaseView reply(String id, long seen, Answer answer, Actor actor) {
    check(id, seen);
    if (answer.text().contains(FORBIDDEN_WORD)) {
      throw Refused.byGuard(judge(answer.text()));
    }
    answers.add(answer);
    if (answer.visibility() == Visibility.NOTE) {
      changes.add(new CaseChange.Note(answer.text()));
    }
    version++;
    return view();
  }

  @Override
  public CaseView approve(String reply, Actor actor) {
    return known(reply);
  }

  @Override
  public CaseView withdraw(String reply, Actor actor) {
    return known(reply);
  }

  @Override
  public CaseView decide(String reply, boolean arrived, Actor actor) {
    return known(reply);
  }

  private CaseView known(String reply) {
    if (!reply.equals("R1")) {
      throw Refused.notFound("There is no reply " + reply + ".");
    }
    return view();
  }

  private void check(String id, long seen) {
    if (!id.equals("C1")) {
      throw Refused.notFound("There is no case " + id + ".");
    }
    if (seen != version) {
      throw Refused.conflict("Somebody else changed the case.", version);
    }
  }

  private static Verdict judge(String text) {
    int at = text.indexOf(FORBIDDEN_WORD);
    return at < 0
        ? new Verdict(Verdict.Level.PASS, List.of(), "digest")
        : new Verdict(
            Verdict.Level.FORBID,
            List.of(
                new Remark(
                    "personnummer",
                    Remark.Severity.FORBID,
                    at,
                    at + FORBIDDEN_WORD.length(),
                    "A personnummer does not belong in public.",
                    Optional.empty())),
            "digest");
  }

  private CaseSummary summary() {
    return new CaseSummary(
        "C1",
        version,
        CaseState.OPEN,
        "facebook",
        "norrsken",
        Visibility.PUBLIC,
        "K1",
        "Åsa Öberg",
        Optional.empty(),
        3,
        Set.of("billing"),
        Optional.of(new Rating(OptionalInt.of(4), Optional.empty())),
        Optional.of(NOON),
        Optional.empty(),
        NOON,
        NOON,
        2,
        Optional.of(new CaseSummary.LastMessage("Hej", Direction.IN, NOON)),
        Optional.empty(),
        Optional.empty());
  }

  private CaseView view() {
    CaseMessage reply =
        new CaseMessage(
            "M2",
            Direction.OUT,
            Visibility.PUBLIC,
            "anna",
            Optional.empty(),
            "Hej!",
            NOON,
            List.of(),
            Optional.empty(),
            List.of(),
            Optional.empty(),
            false,
            false,
            Optional.of("M1"),
            Optional.empty(),
            Optional.empty(),
            Optional.of(
                new ReplyStanding(
                    "R1",
                    ReplyState.WAITING_FOR_GUARD,
                    Optional.of(judge("fine")),
                    Optional.empty(),
                    Optional.empty(),
                    0,
                    "anna",
                    Optional.empty())),
            Optional.empty(),
            Optional.empty());
    return new CaseView(
        summary(),
        List.of(reply),
        CaseState.OPEN.moves(),
        Set.of(Capability.PRIVATE_REPLY),
        Map.of(Visibility.PUBLIC, new TextLimit(8000, TextLimit.Counting.CODE_POINTS)),
        Map.of(
            Visibility.PRIVATE,
            new ReplyWindow(Duration.ofHours(24), Optional.of(Duration.ofDays(7)))),
        List.of(),
        Optional.empty());
  }
}
