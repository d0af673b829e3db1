package io.svara.gateway.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.svara.engine.desk.CaseChange;
import io.svara.engine.desk.CaseQuery;
import io.svara.engine.desk.CaseState;
import io.svara.engine.desk.Role;
import io.svara.gateway.json.Json;
import io.svara.gateway.testing.GatewayRig;
import io.svara.gateway.testing.MemoryCases;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CasesTest {
  private static final ObjectMapper JSON = Json.newMapper();

  private GatewayRig rig;
  private String anna;

  @BeforeEach
  void start() {
    rig = new GatewayRig();
    anna = rig.token("anna", Role.AGENT);
  }

  @AfterEach
  void stop() {
    rig.close();
  }

  @Test
  void aListHasTheMembersOfTheContract() throws Exception {
    JsonNode found = json(get("/api/v1/cases"));

    assertThat(found.at("/next").asText()).isEqualTo("more");
    JsonNode first = found.at("/cases/0");
    assertThat(first.at("/id").asText()).isEqualTo("C1");
    assertThat(first.at("/state").asText()).isEqualTo("open");
    assertThat(first.at("/visibility").asText()).isEqualTo("public");
    assertThat(first.at("/lastMessage/text").asText()).isEqualTo("Hej");
    assertThat(first.at("/lastMessage/direction").asText()).isEqualTo("in");
    assertThat(first.at("/rating").toString()).isEqualTo("{\"stars\":4}");
    assertThat(first.at("/createdAt").asText()).isEqualTo("2026-11-22T12:00:00Z");
    assertThat(first.at("/contactName").asText()).isEqualTo("Åsa Öberg");
    assertThat(first.has("assignee")).isFalse();
    assertThat(first.has("mergedInto")).isFalse();
  }

  @Test
  void everyFilterReachesTheEngine() {
    get(
        "/api/v1/cases?q=r%C3%A4kning&state=new,open&state=waiting&channel=facebook&account=a"
            + "&assignee=me&tag=t&contact=K1&limit=7&cursor=c");

    CaseQuery query = rig.cases.lastQuery();
    assertThat(query.q()).hasValue("räkning");
    assertThat(query.states()).isEqualTo(Set.of(CaseState.NEW, CaseState.OPEN, CaseState.WAITING));
    assertThat(query.assignee()).hasValue("anna");
    assertThat(query.limit()).isEqualTo(7);
    assertThat(query.cursor()).hasValue("c");
    assertThat(query.contact()).hasValue("K1");
  }

  @Test
  void whatIsLeftOutIsNoFilter() {
    get("/api/v1/cases?q=&state=");

    assertThat(rig.cases.lastQuery())
        .isEqualTo(
            new CaseQuery(
                Optional.empty(),
                Set.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                50,
                Optional.empty()));
  }

  @Test
  void filtersThatMakeNoSenseAreRefusedByName() {
    assertThat(get("/api/v1/cases?state=asleep"))
        .satisfies(
            answer -> {
              assertThat(answer.statusCode()).isEqualTo(400);
              assertThat(answer.body()).contains("asleep").contains("snoozed");
            });
    assertThat(get("/api/v1/cases?limit=0").statusCode()).isEqualTo(400);
    assertThat(get("/api/v1/cases?limit=201").statusCode()).isEqualTo(400);
    assertThat(get("/api/v1/cases?cursor=bad").statusCode()).isEqualTo(400);
  }

  @Test
  void countsAreByState() throws Exception {
    assertThat(json(get("/api/v1/cases/counts")).at("/unassigned").asLong()).isEqualTo(3);
  }

  @Test
  void aCaseHasItsSummaryOnTopAndItsVersionAsTag() throws Exception {
    HttpResponse<String> answer = get("/api/v1/cases/C1");
    JsonNode view = json(answer);

    assertThat(answer.headers().firstValue("ETag")).hasValue("\"7\"");
    assertThat(view.at("/id").asText()).isEqualTo("C1");
    assertThat(view.at("/version").asLong()).isEqualTo(7);
    assertThat(view.at("/moves")).extracting(JsonNode::asText).contains("resolved");
    assertThat(view.at("/capabilities/0").asText()).isEqualTo("private-reply");
    assertThat(view.at("/limits/public").toString())
        .isEqualTo("{\"max\":8000,\"counting\":\"code-points\"}");
    assertThat(view.at("/windows/private").toString())
        .isEqualTo("{\"standard\":86400,\"byAPerson\":604800}");
    assertThat(view.at("/merged").isArray()).isTrue();
    assertThat(view.has("undo")).isFalse();
    JsonNode reply = view.at("/thread/0/reply");
    assertThat(reply.at("/state").asText()).isEqualTo("waiting-for-guard");
    assertThat(reply.at("/verdict").toString()).isEqualTo("{\"level\":\"pass\",\"remarks\":[]}");
  }

  @Test
  void aCaseThatIsNotThereIsAProblemInTheUsersLanguage() throws Exception {
    rig.call(anna, "PATCH", "/api/v1/session", "{\"language\":\"sv\"}");

    HttpResponse<String> answer = get("/api/v1/cases/NOPE");
    JsonNode problem = json(answer);

    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    assertThat(problem.at("/title").asText()).isEqualTo("Not Found");
    assertThat(problem.at("/detail").asText()).isEqualTo("Det finns inget ärende NOPE.");
    assertThat(problem.at("/instance").asText()).isEqualTo("/api/v1/cases/NOPE");
  }

  @Test
  void severalChangesAreMadeInOrderEachUponTheLast() throws Exception {
    HttpResponse<String> answer =
        rig.call(
            anna,
            "PATCH",
            "/api/v1/cases/C1",
            "{\"version\":7,\"tags\":[\"a\"],\"priority\":1,\"assignee\":null,\"state\":\"snoozed\","
                + "\"until\":\"2026-11-23T08:00:00Z\"}");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(json(answer).at("/version").asLong()).isEqualTo(11);
    assertThat(rig.cases.changes())
        .hasSize(4)
        .satisfies(
            changes -> {
              assertThat(changes.get(0)).isInstanceOf(CaseChange.Move.class);
              assertThat(changes.get(1)).isEqualTo(new CaseChange.Assign(Optional.empty()));
              assertThat(changes.get(2)).isEqualTo(new CaseChange.Prioritise(1));
              assertThat(changes.get(3)).isEqualTo(new CaseChange.Tag(Set.of("a")));
            });
    assertThat(rig.cases.lastActor().user()).isEqualTo("anna");
  }

  @Test
  void aCaseIsGivenToKnownUsersAlone() {
    rig.token("bo", Role.AGENT);
    String to = "{\"version\":7,\"assignee\":%s}";

    HttpResponse<String> unknown =
        rig.call(anna, "PATCH", "/api/v1/cases/C1", to.formatted("\"nobody\""));
    assertThat(unknown.statusCode()).isEqualTo(422);
    assertThat(unknown.body()).contains("nobody");
    for (String odd : List.of("17", "true", "[]", "{\"user\":\"bo\"}")) {
      assertThat(rig.call(anna, "PATCH", "/api/v1/cases/C1", to.formatted(odd)).statusCode())
          .isEqualTo(400);
    }
    assertThat(rig.cases.changes()).isEmpty();
    assertThat(rig.call(anna, "PATCH", "/api/v1/cases/C1", to.formatted("\"bo\"")).statusCode())
        .isEqualTo(200);
  }

  @Test
  void colleaguesAreThoseWhoWorkOnCasesByNameAlone() {
    rig.token("bo", Role.LEAD);
    rig.token("ola", Role.OPERATOR);

    HttpResponse<String> answer = rig.call(anna, "GET", "/api/v1/colleagues", null);

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo("{\"names\":[\"anna\",\"bo\"]}");
  }

  @Test
  void anAssigneeThatIsNotNamedStays() {
    rig.call(anna, "PATCH", "/api/v1/cases/C1", "{\"version\":7,\"priority\":1}");

    assertThat(rig.cases.changes()).containsExactly(new CaseChange.Prioritise(1));
  }

  @Test
  void theSecondWriterIsToldTheNewerCase() throws Exception {
    HttpResponse<String> answer =
        rig.call(anna, "PATCH", "/api/v1/cases/C1", "{\"version\":3,\"priority\":1}");
    JsonNode problem = json(answer);

    assertThat(answer.statusCode()).isEqualTo(409);
    assertThat(problem.at("/currentVersion").asLong()).isEqualTo(7);
    assertThat(problem.at("/case/id").asText()).isEqualTo("C1");
    assertThat(rig.cases.changes()).isEmpty();
  }

  @Test
  void notesMergesSplitsAndUndoReachTheEngine() {
    post("/api/v1/cases/C1/notes", "{\"version\":7,\"text\":\"n\"}", 200);
    post("/api/v1/cases/C1/merge", "{\"version\":8,\"into\":\"C2\"}", 200);
    post("/api/v1/cases/C1/split", "{\"version\":9,\"messages\":[\"M1\"]}", 200);
    post("/api/v1/cases/C1/undo", "{\"version\":10}", 200);
    post(
        "/api/v1/cases/C1/replies", "{\"version\":11,\"text\":\"m\",\"visibility\":\"note\"}", 201);

    assertThat(rig.cases.changes())
        .containsExactly(
            new CaseChange.Note("n"),
            new CaseChange.MergeInto("C2"),
            new CaseChange.Split(java.util.List.of("M1")),
            new CaseChange.Undo(),
            new CaseChange.Note("m"));
  }

  @Test
  void aReplyThatTheGuardForbidsIsAnsweredWithItsVerdict() throws Exception {
    String text = "Your number is " + MemoryCases.FORBIDDEN_WORD;
    JsonNode problem =
        json(
            post(
                "/api/v1/cases/C1/replies",
                "{\"version\":7,\"visibility\":\"public\",\"text\":\"" + text + "\"}",
                422));

    assertThat(problem.at("/verdict/level").asText()).isEqualTo("forbid");
    assertThat(problem.at("/verdict/remarks/0/code").asText()).isEqualTo("personnummer");
    assertThat(problem.at("/verdict/remarks/0/from").asInt()).isEqualTo(15);
  }

  @Test
  void aReplyThatPassesIsCreated() {
    HttpResponse<String> answer =
        post(
            "/api/v1/cases/C1/replies",
            "{\"version\":7,\"visibility\":\"public\",\"text\":\"Hej!\"}",
            201);

    assertThat(answer.headers().firstValue("ETag")).hasValue("\"8\"");
  }

  @Test
  void withoutAGuardThereIsNoVerdict() {
    rig.cases.stopGuard();

    post("/api/v1/cases/C1/verdict", "{\"text\":\"Hej\",\"visibility\":\"public\"}", 503);
  }

  @Test
  void malformedJsonIsToldWhere() throws Exception {
    JsonNode problem = json(post("/api/v1/cases/C1/notes", "{\"version\":7,\n  \"text\":}", 400));
    assertThat(problem.at("/detail").asText()).contains("line 2");

    problem = json(post("/api/v1/cases/C1/notes", "{\"version\":\"soon\",\"text\":\"n\"}", 400));
    assertThat(problem.at("/detail").asText()).contains("version").doesNotContain("soon");

    problem = json(post("/api/v1/cases/C1/notes", "{\"version\":7,\"txt\":\"n\"}", 400));
    assertThat(problem.at("/detail").asText()).contains("txt");

    post("/api/v1/cases/C1/notes", "{\"version\":7}", 400);
    post("/api/v1/cases/C1/notes", "null", 400);
    post("/api/v1/cases/C1/notes", "", 400);
    post("/api/v1/cases/C1/notes", "{\"text\":\"n\"}", 400);
  }

  @Test
  void whatNobodyForesawHasAnIdAndNoInside() throws Exception {
    HttpResponse<String> answer = get("/api/v1/cases/BROKEN");

    assertThat(answer.statusCode()).isEqualTo(500);
    assertThat(json(answer).at("/id").asText()).matches("[0-9a-f]{8}");
    assertThat(answer.body()).doesNotContain("secret inside").doesNotContain("Exception");
  }

  @Test
  void addressesMethodsAndTypesThatAreNotThereAreProblems() {
    assertThat(get("/api/v1/nothing").statusCode()).isEqualTo(404);
    assertThat(rig.call(anna, "DELETE", "/api/v1/cases", null).statusCode()).isEqualTo(405);
    HttpResponse<String> form =
        rig.send(
            rig.request("/api/v1/cases/C1/notes")
                .header("Authorization", "Bearer " + anna)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(java.net.http.HttpRequest.BodyPublishers.ofString("version=7")));
    assertThat(form.statusCode()).isEqualTo(415);
    assertThat(form.headers().firstValue("Content-Type")).hasValue("application/problem+json");
  }

  @Test
  void aBodyBeyondTheLimitIsCut() {
    rig.close();
    rig = new GatewayRig(java.util.Map.of("requestMaxBytes", 1_000));
    anna = rig.token("anna", Role.AGENT);

    post("/api/v1/cases/C1/notes", "{\"version\":7,\"text\":\"" + "x".repeat(1_000) + "\"}", 413);
    HttpResponse<String> chunked =
        rig.send(
            rig.request("/api/v1/cases/C1/notes")
                .header("Authorization", "Bearer " + anna)
                .header("Content-Type", "application/json")
                .POST(
                    java.net.http.HttpRequest.BodyPublishers.ofInputStream(
                        () ->
                            new java.io.ByteArrayInputStream(
                                ("{\"version\":7,\"text\":\"" + "x".repeat(1_000) + "\"}")
                                    .getBytes(java.nio.charset.StandardCharsets.UTF_8)))));
    assertThat(chunked.statusCode()).isEqualTo(413);
    assertThat(rig.cases.changes()).isEmpty();
  }

  private HttpResponse<String> get(String path) {
    return rig.call(anna, "GET", path, null);
  }

  private HttpResponse<String> post(String path, String body, int expected) {
    HttpResponse<String> answer = rig.call(anna, "POST", path, body);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(expected);
    return answer;
  }

  private static JsonNode json(HttpResponse<String> answer) throws Exception {
    return JSON.readTree(answer.body());
  }
}
