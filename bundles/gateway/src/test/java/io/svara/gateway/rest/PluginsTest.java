package io.svara.gateway.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.svara.engine.desk.Conformance;
import io.svara.engine.desk.Conformance.Counts;
import io.svara.engine.desk.Conformance.Standing;
import io.svara.engine.desk.ConformanceReport;
import io.svara.engine.desk.ConformanceReport.Case;
import io.svara.engine.desk.ConformanceReport.OptOut;
import io.svara.engine.desk.ConformanceReport.Outcome;
import io.svara.engine.desk.ConformanceReport.Tried;
import io.svara.engine.desk.Swaps;
import io.svara.engine.plugins.Bays.Traffic;
import io.svara.gateway.json.Json;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The shape in which plugins and what their authors say of them come over the wire. */
class PluginsTest {
  private static final Conformance GOOD =
      new Conformance(
          Standing.THESE_BYTES, Optional.of(new Counts(99, 0, 7, 1, "0.1.0")), Optional.empty());

  private final ObjectMapper mapper = Json.newMapper();

  @Test
  void eachVersionSaysInShortWhatItsAuthorsBuildSays() {
    Swaps.Version kept = new Swaps.Version("1.0.0", true, false, false, Traffic.NONE, GOOD);
    Swaps.Version bare =
        new Swaps.Version("1.1.0", true, false, false, Traffic.NONE, Conformance.NONE);
    PluginsResource resource =
        resource(
            Map.of(
                "plugins",
                List.of(
                    new Swaps.Line(
                        "odd", Optional.empty(), Optional.empty(), List.of(kept, bare)))));
    JsonNode versions = mapper.valueToTree(resource.all()).at("/lines/0/versions");
    assertThat(versions.at("/0/conformance").toString())
        .isEqualTo(
            "{\"standing\":\"these-bytes\",\"counts\":{\"passed\":99,\"failed\":0,\"notRun\":7,"
                + "\"optOuts\":1,\"kit\":\"0.1.0\"}}");
    assertThat(versions.at("/1/conformance").toString()).isEqualTo("{\"standing\":\"none\"}");
  }

  @Test
  void theWholeReportHasItsOwnAddress() {
    ConformanceReport report =
        new ConformanceReport(
            GOOD,
            Optional.of(new Tried("odd", "1.0.0", "Odd")),
            List.of(new OptOut("EDITS", "Nobody edits there.")),
            List.of("POLLING"),
            List.of(new Case("Change", "An edit", Outcome.NOT_RUN, "opted out")));
    JsonNode answer =
        mapper.valueToTree(
            resource(Map.of("conformance", report)).conformance("odd", "1.0.0", Locale.ENGLISH));
    assertThat(answer.at("/summary/standing").asText()).isEqualTo("these-bytes");
    assertThat(answer.at("/optOuts/0/reason").asText()).isEqualTo("Nobody edits there.");
    assertThat(answer.at("/undeclared/0").asText()).isEqualTo("POLLING");
    assertThat(answer.at("/cases/0/outcome").asText()).isEqualTo("not-run");
  }

  private static PluginsResource resource(Map<String, Object> answers) {
    Swaps swaps =
        (Swaps)
            Proxy.newProxyInstance(
                PluginsTest.class.getClassLoader(),
                new Class<?>[] {Swaps.class},
                (proxy, method, arguments) -> answers.get(method.getName()));
    return new PluginsResource(List::of, () -> Optional.of(swaps));
  }
}
