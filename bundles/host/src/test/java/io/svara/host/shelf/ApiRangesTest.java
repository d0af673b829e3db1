package io.svara.host.shelf;

import static org.assertj.core.api.Assertions.assertThat;

import io.svara.host.living.Jars;
import io.svara.testing.feed.FeedServer;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Version;
import org.osgi.framework.VersionRange;

/** While the api is below 1.0 its minor version tells of a break: a plugin must not be given it. */
class ApiRangesTest {
  private static final Pattern API =
      Pattern.compile("(io\\.svara\\.api[^;,]*);version=\"([^\"]*)\"");

  @Test
  void aConnectorResolvesAgainstTheApiThatItWasBuiltForAndNoLaterOne() {
    String imports = Jars.manifest(FeedServer.class).getMainAttributes().getValue("Import-Package");
    List<MatchResult> found = API.matcher(imports).results().toList();
    assertThat(found).extracting(api -> api.group(1)).contains("io.svara.api.channel");
    assertThat(found)
        .allSatisfy(
            api -> {
              VersionRange range = new VersionRange(api.group(2));
              Version built = range.getLeft();
              assertThat(range.includes(new Version(built.getMajor(), built.getMinor(), 9)))
                  .isTrue();
              assertThat(range.includes(new Version(built.getMajor(), built.getMinor() + 1, 0)))
                  .as("%s in %s", api.group(1), range)
                  .isFalse();
            });
  }
}
