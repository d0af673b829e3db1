package io.svara.host.oauth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.svara.api.channel.OAuth;
import io.svara.engine.desk.Refused;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Addresses with settings in them. */
class FilledTest {
  private static final String MICROSOFT =
      "https://login.microsoftonline.com/{tenant}/oauth2/v2.0/token";

  private static String filled(String address, Map<String, String> settings, String... hosts) {
    return new Filled("mail", settings, Set.of(hosts)).in(address).toString();
  }

  @Test
  void aSettingIsAWordOfThePath() {
    assertThat(filled(MICROSOFT, Map.of("tenant", "contoso.onmicrosoft.com")))
        .isEqualTo("https://login.microsoftonline.com/contoso.onmicrosoft.com/oauth2/v2.0/token");
  }

  @ParameterizedTest
  @ValueSource(strings = {"../evil", "a/b", "a?b", "a#b", "..", "a@b", "a b", "%2e%2e", "a\nb"})
  void whatIsNoWordIsRefusedByName(String tenant) {
    assertThatThrownBy(() -> filled(MICROSOFT, Map.of("tenant", tenant)))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("'tenant'");
  }

  @Test
  void aMissingSettingIsNamed() {
    assertThatThrownBy(() -> filled(MICROSOFT, Map.of()))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("'tenant' of account mail is missing");
  }

  @Test
  void aSettingThatDecidesTheHostMustBeDeclaredToDoSo() {
    Map<String, String> settings = Map.of("server", "https://id.example.org:8443/realm/");

    assertThat(filled("{server}/token", settings, "server"))
        .isEqualTo("https://id.example.org:8443/realm/token");
    assertThat(filled("{server}", Map.of("server", "https://id.example.org/token/"), "server"))
        .isEqualTo("https://id.example.org/token/");
    assertThat(filled("https://{server}/token", Map.of("server", "id.example.org"), "server"))
        .isEqualTo("https://id.example.org/token");
    assertThatThrownBy(() -> filled("{server}/token", settings)).isInstanceOf(Refused.class);
    assertThatThrownBy(() -> filled("https://x.{server}/token", Map.of("server", "evil.example")))
        .isInstanceOf(Refused.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "javascript://x.example/%0aalert(1)",
        "http://plain.example/token",
        "https://user@x.example/token",
        "file:///etc/passwd"
      })
  void anAddressThatNobodyShouldBeSentToIsRefused(String address) {
    assertThatThrownBy(() -> filled(address, Map.of())).isInstanceOf(Refused.class);
  }

  @Test
  void onlyHostsThatNoSettingDecidesAreGrantedByTheDeclaration() {
    OAuth connection =
        new OAuth(
            "m", "M", "https://login.example/a", "https://{server}/token", List.of(), Map.of());

    assertThat(Filled.fixedHosts(connection)).containsExactly("login.example");
  }
}
