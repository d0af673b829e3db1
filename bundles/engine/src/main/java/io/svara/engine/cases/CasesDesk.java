package io.svara.engine.cases;

import io.svara.api.message.Visibility;
import io.svara.engine.desk.Actor;
import io.svara.engine.desk.Answer;
import io.svara.engine.desk.CaseChange;
import io.svara.engine.desk.CaseQuery;
import io.svara.engine.desk.CaseState;
import io.svara.engine.desk.CaseSummary;
import io.svara.engine.desk.CaseView;
import io.svara.engine.desk.Cases;
import io.svara.engine.desk.Page;
import io.svara.engine.desk.Refused;
import io.svara.engine.desk.ReplyState;
import io.svara.engine.desk.Role;
import io.svara.engine.event.Event;
import io.svara.engine.fold.CaseRow;
import io.svara.engine.fold.ReplyRow;
import io.svara.engine.fold.State;
import io.svara.engine.guard.Guard;
import io.svara.engine.guard.Verdict;
import io.svara.engine.outbox.Outbox;
import io.svara.engine.outbox.Replies;
import io.svara.engine.views.Search;
import io.svara.engine.views.Views;
import io.svara.engine.work.Scribe;
import io.svara.engine.work.Work;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** Cases for people. */
@Component(service = Cases.class)
public final class CasesDesk implements Cases {
  private static final int MAX_PAGE = 200;
  private static final int MAX_TEXT = 100_000;

  private final Scribe scribe;
  private final Views views;
  private final Outbox outbox;

  /** Comes and goes: while there is none, drafts wait. */
  @Reference(
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  private volatile Guard guard;

  @Activate
  public CasesDesk(@Reference Scribe scribe, @Reference Views views, @Reference Outbox outbox) {
    this.scribe = scribe;
    this.views = views;
    this.outbox = outbox;
  }

  @Override
  public Page<CaseSummary> find(CaseQuery query) {
    if (query.limit() < 1 || query.limit() > MAX_PAGE) {
      throw Refused.invalid("'limit' goes from 1 to " + MAX_PAGE + ", not " + query.limit() + ".");
    }
    Map<String, Set<String>> terms = new LinkedHashMap<>();
    terms.put("state", states(query).stream().map(Enum::name).collect(Collectors.toSet()));
    query.channel().ifPresent(v -> terms.put("channel", Set.of(v)));
    query.account().ifPresent(v -> terms.put("account", Set.of(v)));
    query.assignee().ifPresent(v -> terms.put("assignee", Set.of(v)));
    query.tag().ifPresent(v -> terms.put("tag", Set.of(v)));
    query.contact().ifPresent(v -> terms.put("contact", Set.of(v)));
    Search.Found found =
        views.search(
            new Search(
                "case",
                terms,
                query.q().filter(q -> !q.isBlank()),
                Optional.of("message"),
                "updated",
                query.limit(),
                query.cursor()));
    State state = scribe.state();
    Showing showing = new Showing(state);
    return new Page<>(
        found.ids().stream().flatMap(id -> state.aCase(id).stream()).map(showing::summary).toList(),
        found.next());
  }

  private static Set<CaseState> states(CaseQuery query) {
    return query.states().isEmpty()
        ? Arrays.stream(CaseState.values())
            .filter(s -> s != CaseState.MERGED)
            .collect(Collectors.toSet())
        : query.states();
  }

  @Override
  public Optional<CaseView> get(String id) {
    State state = scribe.state();
    return state.aCase(id).map(new Showing(state)::view);
  }

  @Override
  public Map<String, Long> counts() {
    Map<String, Long> counts = new LinkedHashMap<>();
    Map<String, Long> found = views.counts("case", "state", Map.of());
    for (CaseState state : CaseState.values()) {
      counts.put(state.name().toLowerCase(Locale.ROOT), found.getOrDefault(state.name(), 0L));
    }
    Map<String, Set<String>> open =
        Map.of("state", Set.of(CaseState.NEW.name(), CaseState.OPEN.name()));
    counts.put("unassigned", views.counts("case", "assignee", open).getOrDefault("-", 0L));
    return counts;
  }

  @Override
  public CaseView change(String id, long version, List<CaseChange> changes, Actor actor) {
    scribe.write(
        work -> {
          at(work, id, version);
          for (CaseChange change : changes) {
            CaseRow row = work.state().aCase(id).orElseThrow();
            new Changing(work, row, actor).apply(change);
          }
          return null;
        });
    return existing(id);
  }

  @Override
  public Optional<Verdict> verdict(String id, Answer answer, Actor actor) {
    CaseRow row = scribe.state().aCase(id).orElseThrow(() -> missing(id));
    return judge(new Replies(scribe.state(), row), answer, actor);
  }

  private Optional<Verdict> judge(Replies replies, Answer answer, Actor actor) {
    Guard present = guard;
    return present == null
        ? Optional.empty()
        : Optional.of(
            present.judge(replies.draft(answer, actor.language(), scribe.clock().instant())));
  }

  @Override
  public CaseView reply(String id, long version, Answer answer, Actor actor) {
    if (answer.text().isBlank() || answer.text().length() > MAX_TEXT) {
      throw Refused.invalid("A reply has 1 to " + MAX_TEXT + " characters.");
    }
    if (answer.visibility() == Visibility.NOTE) {
      return change(id, version, List.of(new CaseChange.Note(answer.text())), actor);
    }
    String account =
        scribe.write(
            work -> {
              // The guard takes its time; whoever changes the case meanwhile is to be seen.
              work.expect("case:" + id);
              Replies replies = new Replies(work.state(), at(work, id, version));
              Optional<Verdict> verdict = judge(replies, answer, actor);
              if (verdict.map(v -> v.level() == Verdict.Level.FORBID).orElse(false)) {
                throw Refused.byGuard(verdict.get());
              }
              Event.ReplyDrafted drafted = replies.drafted(answer, verdict, actor);
              work.add("case:" + id, drafted);
              return drafted.account();
            });
    outbox.ask(account);
    return existing(id);
  }

  @Override
  public CaseView approve(String reply, Actor actor) {
    return decideOn(
        reply,
        actor,
        (work, row) -> {
          if (!actor.is(Role.LEAD)) {
            throw Refused.forbidden("A lead must agree to this reply; you are not one.");
          }
          if (row.by().equals(actor.user())) {
            throw Refused.forbidden("Somebody other than its author must agree to this reply.");
          }
          expect(row, ReplyState.WAITING_FOR_APPROVAL);
          move(work, row, ReplyState.QUEUED, "approved", actor);
        });
  }

  @Override
  public CaseView withdraw(String reply, Actor actor) {
    return decideOn(
        reply, actor, (work, row) -> move(work, row, ReplyState.WITHDRAWN, "withdrawn", actor));
  }

  @Override
  public CaseView decide(String reply, boolean arrived, Actor actor) {
    return decideOn(
        reply,
        actor,
        (work, row) -> {
          if (arrived) {
            expect(row, ReplyState.UNKNOWN);
            move(work, row, ReplyState.SENT, "seen on the platform by " + actor.user(), actor);
          } else {
            if (row.state() != ReplyState.UNKNOWN && row.state() != ReplyState.REJECTED) {
              expect(row, ReplyState.UNKNOWN);
            }
            move(work, row, ReplyState.QUEUED, "sent again by decision of " + actor.user(), actor);
          }
        });
  }

  private CaseView decideOn(String reply, Actor actor, BiConsumer<Work, ReplyRow> decision) {
    ReplyRow row =
        scribe.write(
            work -> {
              ReplyRow found =
                  work.state()
                      .reply(reply)
                      .orElseThrow(() -> Refused.notFound("There is no reply " + reply + "."));
              decision.accept(work, found);
              return found;
            });
    outbox.ask(row.account());
    return existing(row.caseId());
  }

  private static void expect(ReplyRow row, ReplyState state) {
    if (row.state() != state) {
      throw Refused.illegal(
          "Reply " + row.id() + " is " + row.state() + ", not " + state + "; look at it again.");
    }
  }

  private static void move(Work work, ReplyRow row, ReplyState to, String reason, Actor actor) {
    if (!row.state().mayBecome(to)) {
      throw Refused.illegal(
          "Reply " + row.id() + " is " + row.state() + " and cannot become " + to + ".");
    }
    work.add(
        "reply:" + row.id(),
        new Event.ReplyMoved(
            row.caseId(),
            row.id(),
            to,
            reason,
            actor.user(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            work.now()));
  }

  private static CaseRow at(Work work, String id, long version) {
    CaseRow row = work.state().aCase(id).orElseThrow(() -> missing(id));
    if (row.version() != version) {
      throw Refused.conflict(
          "Case "
              + id
              + " has changed since you saw it (version "
              + version
              + ", now "
              + row.version()
              + "). Look at what is new, then decide again.",
          row.version());
    }
    return row;
  }

  private CaseView existing(String id) {
    return get(id).orElseThrow(() -> missing(id));
  }

  private static Refused missing(String id) {
    return Refused.notFound("There is no case " + id + ".");
  }
}
