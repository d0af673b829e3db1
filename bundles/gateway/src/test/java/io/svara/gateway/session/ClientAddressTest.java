package io.svara.gateway.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ClientAddressTest {
  private final ClientAddress clients =
      new ClientAddress(List.of("10.0.0.0/8", "127.0.0.1", "fd00::/8"));

  @Test
  void withoutAProxyTheClientIsTheOneThatConnects() {
    assertThat(clients.of(request("192.0.2.1", Map.of()))).isEqualTo("192.0.2.1");
  }

  @Test
  void aStrangersWordIsNotTaken() {
    assertThat(clients.of(request("192.0.2.1", Map.of("X-Forwarded-For", "198.51.100.7"))))
        .isEqualTo("192.0.2.1");
    assertThat(clients.isSecure(request("192.0.2.1", Map.of("X-Forwarded-Proto", "https"))))
        .isFalse();
  }

  @Test
  void aTrustedProxysWordIsTakenAsFarAsItIsTrusted() {
    assertThat(
            clients.of(
                request("10.1.2.3", Map.of("X-Forwarded-For", "6.6.6.6, 198.51.100.7, 10.9.9.9"))))
        .isEqualTo("198.51.100.7");
    assertThat(clients.of(request("fd00::1", Map.of("X-Forwarded-For", "2001:db8::7"))))
        .isEqualTo("2001:db8::7");
    assertThat(clients.isSecure(request("10.1.2.3", Map.of("X-Forwarded-Proto", "https"))))
        .isTrue();
  }

  @Test
  void aListOverSeveralLinesIsOneList() {
    assertThat(
            clients.of(
                request(
                    "10.1.2.3", Map.of("X-Forwarded-For", "127.0.0.1\n198.51.100.7, 10.9.9.9"))))
        .isEqualTo("198.51.100.7");
  }

  @Test
  void aProxyThatIsNotTrustedIsToldOnceInTheLog() {
    PrintStream before = System.err;
    ByteArrayOutputStream log = new ByteArrayOutputStream();
    System.setErr(new PrintStream(log, true, StandardCharsets.UTF_8));
    try {
      for (int i = 0; i < 3; i++) {
        clients.of(request("192.0.2.1", Map.of("X-Forwarded-For", "198.51.100.7")));
        clients.of(request("10.1.2.3", Map.of("X-Forwarded-For", "198.51.100.7")));
      }
    } finally {
      System.setErr(before);
    }
    assertThat(log.toString(StandardCharsets.UTF_8))
        .containsOnlyOnce("trustedProxies")
        .contains("192.0.2.1")
        .doesNotContain("10.1.2.3");
  }

  @Test
  void aProxyOnThisMachineThatNobodyTrustsMakesNobodyLocal() {
    ClientAddress trustingNobody = new ClientAddress(List.of());

    assertThat(trustingNobody.isLocal(request("127.0.0.1", Map.of()))).isTrue();
    assertThat(trustingNobody.isLocal(request("127.0.0.1", Map.of("X-Forwarded-For", "127.0.0.1"))))
        .isFalse();
    assertThat(clients.isLocal(request("127.0.0.1", Map.of("X-Forwarded-For", "192.0.2.1"))))
        .isFalse();
    assertThat(clients.isLocal(request("::1", Map.of()))).isTrue();
    assertThat(clients.isLocal(request("192.0.2.1", Map.of()))).isFalse();
  }

  @Test
  void aNetworkThatIsNoneIsToldByName() {
    for (String wrong : List.of("proxy.example.org", "10.0.0.0/33", "10.0.0.0/x", "::1/129")) {
      assertThatThrownBy(() -> new ClientAddress(List.of(wrong)))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining(wrong)
          .hasMessageContaining("trustedProxies");
    }
  }

  private static HttpServletRequest request(String address, Map<String, String> headers) {
    return (HttpServletRequest)
        Proxy.newProxyInstance(
            HttpServletRequest.class.getClassLoader(),
            new Class<?>[] {HttpServletRequest.class},
            (proxy, method, arguments) ->
                switch (method.getName()) {
                  case "getRemoteAddr" -> address;
                  case "getHeader" -> headers.get(arguments[0]);
                  case "getHeaders" ->
                      Collections.enumeration(
                          headers.containsKey(arguments[0])
                              ? List.of(headers.get(arguments[0]).split("\n"))
                              : List.of());
                  case "isSecure" -> false;
                  default -> throw new UnsupportedOperationException(method.getName());
                });
  }
}
