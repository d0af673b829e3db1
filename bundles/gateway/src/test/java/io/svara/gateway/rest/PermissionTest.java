package io.svara.gateway.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.svara.engine.desk.Role;
import io.svara.gateway.testing.GatewayRig;
import jakarta.ws.rs.HttpMethod;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PermissionTest {
  /** Written by hand from the issue, not read from the table under test. */
  private static final Map<String, Set<Role>> EXPECTED =
      Map.ofEntries(
          Map.entry("session", EnumSet.allOf(Role.class)),
          Map.entry("cases", roles(Role.AGENT, Role.LEAD, Role.POLICY_OWNER, Role.CRISIS_LEAD)),
          Map.entry("contacts", roles(Role.AGENT, Role.LEAD, Role.POLICY_OWNER, Role.CRISIS_LEAD)),
          Map.entry("replies", roles(Role.AGENT, Role.LEAD, Role.CRISIS_LEAD)),
          Map.entry("approve", roles(Role.LEAD, Role.CRISIS_LEAD)),
          Map.entry("merge-contacts", roles(Role.LEAD)),
          Map.entry("work", roles(Role.AGENT, Role.LEAD, Role.CRISIS_LEAD)),
          Map.entry(
              "presence",
              roles(Role.AGENT, Role.LEAD, Role.POLICY_OWNER, Role.CRISIS_LEAD, Role.OPERATOR)),
          Map.entry("operate", roles(Role.OPERATOR)),
          Map.entry("users", roles()));

  private static final List<Call> CALLS =
      List.of(
          new Call("session", "GET", "/session", null),
          new Call("session", "PATCH", "/session", "{\"language\":\"en\"}"),
          new Call("session", "DELETE", "/session", null),
          new Call("cases", "GET", "/cases", null),
          new Call("cases", "GET", "/cases/counts", null),
          new Call("cases", "GET", "/cases/C1", null),
          new Call("work", "PATCH", "/cases/C1", "{\"version\":0}"),
          new Call("work", "POST", "/cases/C1/notes", "{\"version\":0,\"text\":\"n\"}"),
          new Call("work", "POST", "/cases/C1/merge", "{\"version\":0,\"into\":\"C2\"}"),
          new Call("work", "POST", "/cases/C1/split", "{\"version\":0,\"messages\":[]}"),
          new Call("work", "POST", "/cases/C1/undo", "{\"version\":0}"),
          new Call(
              "work", "POST", "/cases/C1/verdict", "{\"text\":\"t\",\"visibility\":\"public\"}"),
          new Call(
              "work",
              "POST",
              "/cases/C1/replies",
              "{\"version\":0,\"text\":\"t\",\"visibility\":\"public\"}"),
          new Call("cases", "GET", "/cases/C1/messages/M1/document", null),
          new Call("cases", "GET", "/cases/C1/messages/M1/document/pictures", null),
          new Call("cases", "GET", "/cases/C1/messages/M1/files/0", null),
          new Call("cases", "GET", "/files", null),
          new Call("work", "POST", "/files", null),
          new Call("approve", "POST", "/replies/R1/approve", null),
          new Call("replies", "POST", "/replies/R1/withdraw", null),
          new Call("replies", "POST", "/replies/R1/decide", "{\"arrived\":true}"),
          new Call("contacts", "GET", "/contacts", null),
          new Call("contacts", "GET", "/contacts/K1", null),
          new Call("merge-contacts", "POST", "/contacts/K1/merge", "{\"other\":\"K2\"}"),
          new Call("merge-contacts", "POST", "/contacts/K1/unmerge", "{\"other\":\"K2\"}"),
          new Call("presence", "GET", "/endpoints", null),
          new Call("presence", "GET", "/endpoints/fb", null),
          new Call("operate", "PUT", "/endpoints/fb", "{\"channel\":\"facebook\"}"),
          new Call("operate", "DELETE", "/endpoints/fb", null),
          new Call("presence", "GET", "/accounts", null),
          new Call("presence", "GET", "/accounts/norrsken", null),
          new Call("operate", "PUT", "/accounts/norrsken", "{\"channel\":\"facebook\"}"),
          new Call("operate", "DELETE", "/accounts/norrsken", null),
          new Call("operate", "POST", "/accounts/norrsken/resume", null),
          new Call("operate", "POST", "/accounts/norrsken/check", null),
          new Call("presence", "GET", "/accounts/norrsken/connection", null),
          new Call("operate", "POST", "/accounts/norrsken/connection", null),
          new Call("operate", "DELETE", "/accounts/norrsken/connection", null),
          new Call("presence", "GET", "/channels", null),
          new Call("operate", "GET", "/deliveries", null),
          new Call("operate", "GET", "/deliveries/9", null),
          new Call("operate", "GET", "/deliveries/9/raw", null),
          new Call("operate", "GET", "/quarantine", null),
          new Call("operate", "POST", "/quarantine/replay", null),
          new Call("operate", "POST", "/quarantine/9/replay", null),
          new Call("operate", "POST", "/quarantine/9/dismiss", "{\"reason\":\"r\"}"),
          new Call("operate", "GET", "/plugins", null),
          new Call("operate", "GET", "/plugins/odd/versions/1.0.0/conformance", null),
          new Call("operate", "POST", "/plugins", null),
          new Call("operate", "POST", "/plugins/odd/promote", "{\"version\":\"1.0.0\"}"),
          new Call("operate", "POST", "/plugins/odd/rollback", null),
          new Call("operate", "POST", "/plugins/odd/remove", null),
          new Call("operate", "GET", "/swaps", null),
          new Call("operate", "GET", "/swaps/9", null),
          new Call("users", "GET", "/users", null),
          new Call("users", "GET", "/users/admin", null),
          new Call("users", "PUT", "/users/new", "{\"roles\":[\"agent\"]}"),
          new Call("users", "DELETE", "/users/new", null),
          new Call("users", "POST", "/users/admin/tokens", null),
          new Call("users", "DELETE", "/users/new/tokens", null),
          new Call("work", "GET", "/colleagues", null),
          new Call("operate", "GET", "/journal", null),
          new Call("operate", "POST", "/journal/backup", "{\"folder\":\"copy\"}"),
          new Call("operate", "POST", "/journal/verify", null),
          new Call(
              "operate", "POST", "/journal/redact", "{\"positions\":[1],\"reason\":\"asked\"}"),
          new Call("operate", "POST", "/shell", "{\"command\":\"svara:users\"}"),
          new Call("operate", "PUT", "/test/clock", "{\"now\":\"2026-11-22T12:00:00Z\"}"));

  private static GatewayRig rig;
  private static final Map<Role, String> TOKENS = new EnumMap<>(Role.class);

  private record Call(String group, String method, String path, String body) {
    @Override
    public String toString() {
      return method + " " + path;
    }
  }

  @BeforeAll
  static void start() {
    rig = new GatewayRig();
    for (Role role : Role.values()) {
      String name = role.name().toLowerCase(Locale.ROOT);
      TOKENS.put(role, rig.token(name, role));
    }
  }

  @AfterAll
  static void stop() {
    rig.close();
  }

  static Stream<Call> calls() {
    return CALLS.stream();
  }

  @ParameterizedTest
  @MethodSource("calls")
  void nobodyComesInWithoutSayingWhoTheyAre(Call call) {
    assertThat(rig.call(null, call.method(), "/api/v1" + call.path(), call.body()).statusCode())
        .isEqualTo(401);
    assertThat(
            rig.call("admin.invented", call.method(), "/api/v1" + call.path(), call.body())
                .statusCode())
        .isEqualTo(401);
  }

  @ParameterizedTest
  @MethodSource("calls")
  void eachRoleMayDoWhatItIsForAndNothingElse(Call call) {
    for (Role role : Role.values()) {
      int status =
          rig.call(TOKENS.get(role), call.method(), "/api/v1" + call.path(), call.body())
              .statusCode();
      boolean allowed = role == Role.ADMIN || EXPECTED.get(call.group()).contains(role);

      if (allowed) {
        assertThat(status).as("%s as %s", call, role).isNotIn(401, 403);
        assertThat(status).as("%s as %s", call, role).isNotEqualTo(500);
      } else {
        assertThat(status).as("%s as %s", call, role).isEqualTo(403);
      }
    }
  }

  @Test
  void aConnectionWhoseRequestWasNotReadIsNotUsedAgain() {
    HttpResponse<String> refused =
        rig.call(null, "POST", "/api/v1/cases/C1/undo", "{\"version\":0}");
    HttpResponse<String> read = rig.call(TOKENS.get(Role.AGENT), "GET", "/api/v1/cases", null);

    assertThat(refused.headers().firstValue("Connection")).hasValue("close");
    assertThat(read.headers().firstValue("Connection")).isEmpty();
  }

  @Test
  void theJournalsFolderIsAPathAndNoAddress() {
    assertThat(rig.call(TOKENS.get(Role.OPERATOR), "GET", "/api/v1/journal", null).body())
        .contains("\"folder\":\"journal\"");
  }

  @Test
  void everyResourceMethodSaysWhatItNeeds() {
    for (Class<?> resource : Resources.classes()) {
      for (Method method : resourceMethods(resource)) {
        assertThat(method.getAnnotation(Needs.class))
            .as("%s.%s", resource.getSimpleName(), method.getName())
            .isNotNull();
      }
    }
  }

  @Test
  void thisTestKnowsEveryOperation() throws Exception {
    int operations =
        Resources.classes().stream().mapToInt(resource -> resourceMethods(resource).size()).sum();

    // Signing in and the description are for anybody.
    assertThat(CALLS).hasSize(operations - 2);
  }

  @Test
  void theDescriptionListsEveryOperationWithSummaryRolesAndProblems() throws Exception {
    JsonNode document =
        new ObjectMapper().readTree(rig.call(null, "GET", "/api/v1/openapi.json", null).body());
    Set<String> described = new TreeSet<>();
    document
        .at("/paths")
        .properties()
        .forEach(
            path ->
                path.getValue()
                    .properties()
                    .forEach(
                        operation -> {
                          described.add(
                              operation.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey());
                          assertThat(operation.getValue().at("/summary").asText()).isNotBlank();
                          assertThat(operation.getValue().at("/description").asText()).isNotBlank();
                          assertThat(
                                  operation.getValue().at("/responses/default/content").toString())
                              .contains("problem+json");
                        }));
    List<String> called = new ArrayList<>();
    for (Call call : CALLS) {
      called.add(
          call.method()
              + " "
              + call.path()
                  .replaceAll("/(C1|R1|K1|9)", "/{id}")
                  .replaceAll("/M1", "/{message}")
                  .replaceAll("/files/0", "/files/{index}")
                  .replaceAll("/1\\.0\\.0/", "/{version}/")
                  .replaceAll("/(fb|norrsken|admin|new|odd)", "/{name}"));
    }
    called.add("POST /session");
    called.add("GET /openapi.json");

    assertThat(document.at("/openapi").asText()).startsWith("3.1");
    assertThat(described).containsExactlyInAnyOrderElementsOf(called);
    assertThat(document.at("/components/schemas/CaseView/properties/state/enum/0").asText())
        .isEqualTo("new");
    assertThat(document.findValues("enum"))
        .isNotEmpty()
        .allSatisfy(
            names -> assertThat(names).allMatch(name -> name.asText().matches("[a-z0-9-]+")));
  }

  private static List<Method> resourceMethods(Class<?> resource) {
    return Arrays.stream(resource.getDeclaredMethods())
        .filter(
            method ->
                Arrays.stream(method.getAnnotations())
                    .map(Annotation::annotationType)
                    .anyMatch(type -> type.isAnnotationPresent(HttpMethod.class)))
        .toList();
  }

  private static Set<Role> roles(Role... roles) {
    return roles.length == 0 ? Set.of() : EnumSet.copyOf(List.of(roles));
  }
}
