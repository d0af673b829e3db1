package io.svara.gateway.rest;

import io.svara.api.channel.Outbound;
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
import io.svara.engine.guard.Verdict;
import io.svara.gateway.people.UserDirectory;
import io.svara.gateway.problem.Problem;
import io.svara.gateway.problem.Stopped;
import io.svara.gateway.problem.Texts;
import io.svara.gateway.session.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Cases: finding them, working on them, answering them. */
@Path("cases")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "cases")
public final class CasesResource {
  private final Cases cases;
  private final UserDirectory users;
  private final Enclosures enclosures;

  CasesResource(Cases cases, UserDirectory users, Enclosures enclosures) {
    this.cases = cases;
    this.users = users;
    this.enclosures = enclosures;
  }

  /** Some of the cases. */
  public record Found(List<CaseSummary> cases, Optional<String> next) {}

  /** A note for colleagues. */
  public record NewNote(long version, String text) {}

  /** The case to become a part of. */
  public record Merge(long version, String into) {}

  /** The messages to move into a new case. */
  public record Split(long version, List<String> messages) {}

  /** The version of the case that the caller saw. */
  public record Seen(long version) {}

  /** A text to be judged; what is left out counts as with {@link NewReply}. */
  public record Draft(String text, Visibility visibility, String replyTo, Boolean privately) {}

  /**
   * A text to be sent, or with the visibility {@code note} to be kept.
   *
   * @param privately answers a public message in private; false where it is left out
   * @param files ids of files that are kept (POST /files), in order; none where it is left out
   * @param addressing on channels of letters; what follows from the letter where it is left out
   */
  public record NewReply(
      String text,
      Visibility visibility,
      long version,
      String replyTo,
      Boolean privately,
      List<String> files,
      Addressing addressing) {}

  /**
   * Where a letter goes; each may be left out.
   *
   * @param to addresses; where there are none, those whom the answered letter names
   * @param copies who gets it openly
   * @param hiddenCopies who gets it without the others' knowing
   */
  public record Addressing(
      String subject, List<String> to, List<String> copies, List<String> hiddenCopies) {
    Outbound.Addressing known() {
      return new Outbound.Addressing(
          subject == null ? "" : subject, all(to), all(copies), all(hiddenCopies));
    }

    private static List<String> all(List<String> given) {
      return given == null ? List.of() : given;
    }
  }

  @GET
  @Needs(Permission.READ_CASES)
  @Operation(summary = "Find cases, the last touched first")
  public Found find(
      @QueryParam("q") String q,
      @QueryParam("state") List<String> states,
      @QueryParam("channel") String channel,
      @QueryParam("account") String account,
      @QueryParam("assignee") String assignee,
      @QueryParam("tag") String tag,
      @QueryParam("contact") String contact,
      @QueryParam("limit") String limit,
      @QueryParam("cursor") String cursor,
      @Context Caller caller) {
    Actor actor = caller.actor();
    Page<CaseSummary> page =
        cases.find(
            new CaseQuery(
                Query.text(q),
                Query.several(CaseState.class, "state", states, actor.language()),
                Query.text(channel),
                Query.text(account),
                Query.text(assignee).map(user -> user.equals("me") ? actor.user() : user),
                Query.text(tag),
                Query.text(contact),
                Query.limit(limit, actor.language()),
                Query.text(cursor)));
    return new Found(page.items(), page.next());
  }

  @GET
  @Path("counts")
  @Needs(Permission.READ_CASES)
  @Operation(summary = "How many cases are in each state, and how many open ones nobody has")
  public Map<String, Long> counts() {
    return cases.counts();
  }

  @GET
  @Path("{id}")
  @Needs(Permission.READ_CASES)
  @Operation(summary = "A case with its thread")
  @ApiResponse(
      responseCode = "200",
      description = "The case",
      content = @Content(schema = @Schema(implementation = CaseView.class)))
  public Response get(@PathParam("id") String id, @Context Caller caller) {
    return tagged(view(id, caller.actor()), Response.Status.OK);
  }

  @PATCH
  @Path("{id}")
  @Needs(Permission.WORK_ON_CASES)
  @Operation(summary = "Change state, assignee, priority, tags, in that order")
  @ApiResponse(
      responseCode = "200",
      description = "The case",
      content = @Content(schema = @Schema(implementation = CaseView.class)))
  public Response patch(@PathParam("id") String id, CasePatch patch, @Context Caller caller) {
    Actor actor = caller.actor();
    Query.required(patch, "version", actor.language());
    patch.newAssignee(actor.language()).ifPresent(name -> checkUser(name, actor.language()));
    return change(id, () -> cases.change(id, patch.version(), patch.changes(), actor));
  }

  private void checkUser(String name, Locale language) {
    if (users.get(name).isEmpty()) {
      throw Refused.illegal(Texts.of(language, "noAssignee", name));
    }
  }

  @POST
  @Path("{id}/notes")
  @Needs(Permission.WORK_ON_CASES)
  @Operation(summary = "Write a note for colleagues")
  @ApiResponse(
      responseCode = "200",
      description = "The case",
      content = @Content(schema = @Schema(implementation = CaseView.class)))
  public Response note(@PathParam("id") String id, NewNote note, @Context Caller caller) {
    Actor actor = caller.actor();
    String text = Query.required(note.text(), "text", actor.language());
    return change(id, () -> one(id, note.version(), new CaseChange.Note(text), actor));
  }

  @POST
  @Path("{id}/merge")
  @Needs(Permission.WORK_ON_CASES)
  @Operation(summary = "Make the case a part of another")
  @ApiResponse(
      responseCode = "200",
      description = "The case",
      content = @Content(schema = @Schema(implementation = CaseView.class)))
  public Response merge(@PathParam("id") String id, Merge merge, @Context Caller caller) {
    Actor actor = caller.actor();
    String into = Query.required(merge.into(), "into", actor.language());
    return change(id, () -> one(id, merge.version(), new CaseChange.MergeInto(into), actor));
  }

  @POST
  @Path("{id}/split")
  @Needs(Permission.WORK_ON_CASES)
  @Operation(summary = "Move messages into a new case")
  @ApiResponse(
      responseCode = "200",
      description = "The case",
      content = @Content(schema = @Schema(implementation = CaseView.class)))
  public Response split(@PathParam("id") String id, Split split, @Context Caller caller) {
    Actor actor = caller.actor();
    List<String> messages = Query.required(split.messages(), "messages", actor.language());
    return change(id, () -> one(id, split.version(), new CaseChange.Split(messages), actor));
  }

  @POST
  @Path("{id}/undo")
  @Needs(Permission.WORK_ON_CASES)
  @Operation(summary = "Take back the last merge or split")
  @ApiResponse(
      responseCode = "200",
      description = "The case",
      content = @Content(schema = @Schema(implementation = CaseView.class)))
  public Response undo(@PathParam("id") String id, Seen seen, @Context Caller caller) {
    Actor actor = caller.actor();
    return change(id, () -> one(id, seen.version(), new CaseChange.Undo(), actor));
  }

  @POST
  @Path("{id}/verdict")
  @Needs(Permission.WORK_ON_CASES)
  @Operation(summary = "What the guard thinks of a text, without keeping it")
  public Verdict verdict(@PathParam("id") String id, Draft draft, @Context Caller caller) {
    Actor actor = caller.actor();
    return cases
        .verdict(
            id,
            new Answer(
                Query.required(draft.text(), "text", actor.language()),
                Query.required(draft.visibility(), "visibility", actor.language()),
                Query.text(draft.replyTo()),
                Boolean.TRUE.equals(draft.privately())),
            actor)
        .orElseThrow(
            () ->
                new Stopped(Problem.of(503, Texts.of(actor.language(), "noGuard")).retryAfter(10)));
  }

  @POST
  @Path("{id}/replies")
  @Needs(Permission.WORK_ON_CASES)
  @Operation(summary = "Answer the customer; the guard judges first")
  @ApiResponse(
      responseCode = "201",
      description = "The case",
      content = @Content(schema = @Schema(implementation = CaseView.class)))
  public Response reply(@PathParam("id") String id, NewReply reply, @Context Caller caller) {
    Actor actor = caller.actor();
    Locale language = actor.language();
    String text = Query.required(reply.text(), "text", language);
    Visibility visibility = Query.required(reply.visibility(), "visibility", language);
    List<String> files = reply.files() == null ? List.of() : reply.files();
    enclosures.check(files, language);
    Answer answer =
        new Answer(
            text,
            visibility,
            Query.text(reply.replyTo()),
            Boolean.TRUE.equals(reply.privately()),
            files,
            Optional.ofNullable(reply.addressing()).map(Addressing::known));
    CaseView view = withNewerCase(id, () -> cases.reply(id, reply.version(), answer, actor));
    return tagged(view, Response.Status.CREATED);
  }

  private CaseView one(String id, long version, CaseChange change, Actor actor) {
    return cases.change(id, version, List.of(change), actor);
  }

  private Response change(String id, Supplier<CaseView> work) {
    return tagged(withNewerCase(id, work), Response.Status.OK);
  }

  /** The second writer is told what the case has become. */
  private CaseView withNewerCase(String id, Supplier<CaseView> work) {
    try {
      return work.get();
    } catch (Refused refused) {
      Optional<CaseView> newer =
          refused.why() == Refused.Why.CONFLICT ? cases.get(id) : Optional.empty();
      if (newer.isEmpty()) {
        throw refused;
      }
      long now = newer.get().summary().version();
      throw new Stopped(
          Problem.of(409, refused.getMessage())
              .with("currentVersion", refused.currentVersion().orElse(now))
              .with("case", newer.get()));
    }
  }

  private CaseView view(String id, Actor actor) {
    return cases
        .get(id)
        .orElseThrow(() -> Refused.notFound(Texts.of(actor.language(), "noCase", id)));
  }

  private static Response tagged(CaseView view, Response.Status status) {
    return Response.status(status)
        .entity(view)
        .tag(Long.toString(view.summary().version()))
        .build();
  }
}
