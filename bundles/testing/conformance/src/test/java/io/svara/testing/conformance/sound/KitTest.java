package io.svara.testing.conformance.sound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import io.svara.testing.conformance.ChannelContract;
import java.lang.reflect.Method;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;

/** Each case of the contract is told from all others by a connector that fails it alone. */
class KitTest {

  static List<Deviation> deviations() {
    return Stream.concat(Deviation.all().stream(), Deviation.hidden().stream()).toList();
  }

  @ParameterizedTest
  @MethodSource("deviations")
  void exactlyOneCaseFails(Deviation deviation) {
    assertThat(failures(deviation))
        .as("what fails of a connector that is %s", deviation)
        .extracting(Failure::name)
        .containsExactly(deviation.fails());
  }

  @Test
  void everyCaseIsFailedByOne() {
    assertThat(Deviation.all())
        .extracting(Deviation::fails)
        .containsExactlyInAnyOrderElementsOf(cases());
  }

  @Test
  void thereAreSixtyCasesAndMore() {
    assertThat(cases()).hasSizeGreaterThanOrEqualTo(60);
  }

  private static List<String> cases() {
    return Stream.of(ChannelContract.class.getMethods())
        .filter(method -> method.isAnnotationPresent(Test.class))
        .map(Method::getName)
        .toList();
  }

  private static List<Failure> failures(Deviation deviation) {
    return EngineTestKit.engine("junit-jupiter")
        .selectors(selectClass(VariedContract.class))
        .configurationParameter(VariedContract.PARAMETER, deviation.name())
        .configurationParameter("svara.conformance.folder", "target/deviations/" + deviation.name())
        .execute()
        .testEvents()
        .failed()
        .stream()
        .map(KitTest::failure)
        .toList();
  }

  private static Failure failure(Event event) {
    String name = event.getTestDescriptor().getDisplayName().replaceFirst("\\(.*", "");
    return new Failure(
        name,
        event
            .getPayload(TestExecutionResult.class)
            .flatMap(TestExecutionResult::getThrowable)
            .map(Throwable::toString)
            .orElse(""));
  }

  /** Told with its reason, for whoever has to find out. */
  private record Failure(String name, String reason) {}
}
