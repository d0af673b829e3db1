package io.svara.channel.facebook;

import static org.assertj.core.api.Assertions.assertThat;

import io.svara.api.channel.ChannelDescriptor;
import io.svara.api.channel.TextLimit;
import io.svara.api.channel.WebhookAuthentication;
import io.svara.api.message.Visibility;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DescriptionTest {

  private static final Path MAIN = Path.of("src", "main");

  private final ChannelDescriptor descriptor = new FacebookChannel().descriptor();

  @Test
  void theDescriptorIsAlwaysTheSame() {
    assertThat(descriptor).isEqualTo(new FacebookChannel().descriptor());
  }

  @Test
  void deliveriesAreSignedWithTheAppsSecret() {
    assertThat(descriptor.webhook())
        .isEqualTo(
            new WebhookAuthentication.Hmac(
                "X-Hub-Signature-256",
                "sha256=",
                "HmacSHA256",
                WebhookAuthentication.Encoding.HEX,
                "appSecret",
                Optional.of(
                    new WebhookAuthentication.Challenge(
                        "hub.verify_token", "verifyToken", "hub.challenge"))));
  }

  @Test
  void limitsAndWindowsAreFacebooks() {
    assertThat(descriptor.limits().get(Visibility.PUBLIC).max()).isEqualTo(8_000);
    assertThat(descriptor.limits().get(Visibility.PRIVATE))
        .isEqualTo(new TextLimit(2_000, TextLimit.Counting.UTF16));
    assertThat(descriptor.windows().get(Visibility.PRIVATE).standard())
        .isEqualTo(Duration.ofHours(24));
    assertThat(descriptor.windows().get(Visibility.PRIVATE).longest())
        .isEqualTo(Duration.ofDays(7));
    assertThat(descriptor.windows()).doesNotContainKey(Visibility.PUBLIC);
  }

  @ParameterizedTest
  @ValueSource(strings = {"facebook.properties", "facebook_sv.properties"})
  void everyTitleOfTheFormsIsThereInBothLanguages(String file) throws IOException {
    Properties titles = new Properties();
    try (InputStream in = Files.newInputStream(l10n().resolve(file))) {
      titles.load(in);
    }
    Set<String> wanted = new TreeSet<>();
    for (String form : new String[] {"AccountSettings", "EndpointSettings"}) {
      Matcher key =
          Pattern.compile("\"%([^\"]+)\"")
              .matcher(
                  Files.readString(
                      MAIN.resolve("java/io/svara/channel/facebook/" + form + ".java"),
                      StandardCharsets.UTF_8));
      while (key.find()) {
        wanted.add(key.group(1));
      }
    }
    assertThat(titles.stringPropertyNames()).containsExactlyInAnyOrderElementsOf(wanted);
  }

  private static Path l10n() {
    return MAIN.resolve("resources/OSGI-INF/l10n");
  }
}
