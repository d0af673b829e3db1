package io.svara.host.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.svara.api.channel.Http.NotSent;
import java.net.URI;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Addresses are literals here, so that no name is looked up; but for one that every machine knows.
 */
class GrantsTest {
  private final Grants grants =
      Grants.of(
          "odd 1.0.0 for account a",
          List.of("8.8.8.8", "10.0.0.8", "*.cdn.example"),
          List.of("http://127.0.0.1:9090/base", "[::1]:8443"),
          List.of("https://9.9.9.9", "https://127.0.0.1", "http://9.9.9.10"),
          Set.of("10.0.0.9"));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://8.8.8.8/path?token=x",
        "https://8.8.8.8:443/",
        "http://127.0.0.1:9090/other",
        "HTTP://127.0.0.1:9090",
        "https://[::1]:8443/",
        "https://9.9.9.9/"
      })
  void whatIsDeclaredOrConfiguredIsGranted(String uri) throws Exception {
    assertThat(grants.check(URI.create(uri))).isNotNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://8.8.8.8/",
        "https://8.8.8.8:8443/",
        "https://8.8.4.4/",
        "http://127.0.0.1:9091/",
        "https://127.0.0.1:9090/",
        "http://127.0.0.1/",
        "https://127.0.0.1/",
        "http://[::1]:9090/",
        "http://9.9.9.10/",
        "https://9.9.9.10/",
        "https://10.0.0.8/",
        "https://cdn.example/",
        "https://evilcdn.example/",
        "https://user@8.8.8.8/",
        "file:///etc/passwd",
        "ftp://8.8.8.8/",
        "mailto:a@b",
        "relative"
      })
  void everythingElseIsRefused(String uri) {
    assertThatThrownBy(() -> grants.check(URI.create(uri))).isInstanceOf(NotSent.class);
  }

  @Test
  void aRefusalNamesNeitherPathNorQuery() {
    assertThatThrownBy(() -> grants.check(URI.create("https://8.8.4.4/bot123:tulip/x?key=rose")))
        .hasMessageContaining("https://8.8.4.4:443")
        .hasMessageNotContainingAny("tulip", "rose");
  }

  @Test
  void anOperatorMayAllowADeclaredHostInAPrivateRange() throws Exception {
    Grants allowed =
        Grants.of("odd", List.of("10.0.0.9"), List.of(), List.of(), Set.of("10.0.0.9"));
    assertThat(allowed.check(URI.create("https://10.0.0.9/"))).isNotNull();
  }

  @Test
  void aDeclaredNameThatLeadsToAPrivateAddressIsRefusedUntilAnOperatorNamesIt() throws Exception {
    URI inside = URI.create("https://localhost/");
    Grants declared = Grants.of("odd", List.of("localhost"), List.of(), List.of(), Set.of());
    assertThatThrownBy(() -> declared.check(inside))
        .isInstanceOf(NotSent.class)
        .hasMessageContainingAll("no public address", "privateHosts");
    Grants named =
        Grants.of("odd", List.of("localhost"), List.of(), List.of(), Set.of("localhost"));
    assertThat(named.check(inside)).isNotNull();
  }

  @Test
  void aHostThatDoesNotExistIsNotSent() {
    Grants unknown = Grants.of("odd", List.of("no.invalid"), List.of(), List.of(), Set.of());
    assertThatThrownBy(() -> unknown.check(URI.create("https://no.invalid/")))
        .isInstanceOf(NotSent.class)
        .hasMessageContaining("no.invalid");
  }
}
