package io.svara.testing.conformance.sound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import io.svara.api.channel.Channel;
import io.svara.api.channel.ChannelHost;
import io.svara.testing.conformance.ChannelContract;
import io.svara.testing.conformance.Platform;
import io.svara.testing.conformance.Plugin;
import io.svara.testing.conformance.Post;
import io.svara.testing.conformance.Secrets;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineTestKit;

/** What cannot be tried, or never ends, is told and not passed. */
class NotPassedTest {
  @TempDir Path folder;

  @Test
  void aConnectorThatAlwaysHasMoreIsStopped() {
    assertThat(of(InAHurry.class, "newsComeOldestFirst"))
        .satisfies(result -> assertThat(result.getStatus().name()).isEqualTo("FAILED"))
        .satisfies(result -> assertThat(said(result)).contains("After 1000 polls"));
  }

  @Test
  void changedPartsOfWhatHasNoPartsAreNotRun() {
    for (String name : List.of("noOtherTypeMakesReadingThrow", "whatIsReadOfBrokenInputIsSound")) {
      TestExecutionResult result = of(Mailed.class, name);
      assertThat(result.getStatus().name()).isEqualTo("ABORTED");
      assertThat(said(result)).contains("the deliveries are no JSON");
    }
  }

  @Test
  void aPlatformThatTellsNothingIsNotPassedOnNothing() {
    TestExecutionResult result = of(Silent.class, "noCutMakesReadingThrow");
    assertThat(result.getStatus().name()).isEqualTo("FAILED");
    assertThat(said(result)).contains("the platform told nothing");
  }

  private TestExecutionResult of(Class<? extends Sound> contract, String name) {
    return EngineTestKit.engine("junit-jupiter")
        .selectors(selectMethod(contract, name, "io.svara.testing.conformance.Trial"))
        .configurationParameter("svara.conformance.folder", folder.toString())
        .execute()
        .testEvents()
        .finished()
        .stream()
        .map(event -> event.getRequiredPayload(TestExecutionResult.class))
        .findFirst()
        .orElseThrow();
  }

  private static String said(TestExecutionResult result) {
    return result.getThrowable().map(Throwable::getMessage).orElse("");
  }

  /** The sound connector, for those that differ in one way. */
  abstract static class Sound implements ChannelContract {
    @Override
    public Channel channel() {
      return new SoundChannel();
    }

    @Override
    public Platform platform(Secrets secrets) {
      return new FakeSound(secrets);
    }

    @Override
    public Plugin plugin() {
      return SoundJars.SOUND;
    }
  }

  /** It always says that there is more. */
  static final class InAHurry extends Sound {
    @Override
    public Channel channel() {
      return new SoundChannel() {
        @Override
        public Polled poll(Optional<String> cursor, ChannelHost host) {
          return new Polled(List.of(), cursor.orElse("0"), Duration.ZERO);
        }
      };
    }
  }

  /** Its platform sends forms. */
  static final class Mailed extends Sound {
    @Override
    public Platform platform(Secrets secrets) {
      return new FakeSound(secrets) {
        @Override
        public List<Post> posts() {
          return List.of(new Post(Map.of(), "from=a&text=hej".getBytes(StandardCharsets.UTF_8)));
        }
      };
    }
  }

  /** Its platform posts nothing, though it says that it does. */
  static final class Silent extends Sound {
    @Override
    public Platform platform(Secrets secrets) {
      return new FakeSound(secrets) {
        @Override
        public List<Post> posts() {
          return List.of();
        }
      };
    }
  }
}
