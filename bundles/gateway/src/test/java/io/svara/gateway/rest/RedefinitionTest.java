package io.svara.gateway.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.svara.engine.desk.Role;
import io.svara.gateway.testing.GatewayRig;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The account {@code norrsken} stands, with an access token that the operator does not know. */
class RedefinitionTest {
  private final GatewayRig rig = new GatewayRig();
  private String operator;

  @BeforeEach
  void start() {
    operator = rig.token("ola", Role.OPERATOR);
  }

  @AfterEach
  void stop() {
    rig.close();
  }

  @Test
  void secretsGoToAnotherAddressOnlyWhenTheyAreGivenAnew() {
    HttpResponse<String> redirected =
        define("norrsken", "'pageId':'42','apiBase':'https://elsewhere.example'");

    assertThat(redirected.statusCode()).isEqualTo(422);
    assertThat(redirected.body()).contains("norrsken").contains("accessToken");
    assertThat(rig.desk.defined()).isEmpty();
    assertThat(
            define(
                    "norrsken",
                    "'pageId':'42','apiBase':'https://elsewhere.example','accessToken':'mine'")
                .statusCode())
        .isEqualTo(200);
  }

  @Test
  void theSameAddressWrittenOutIsNoOther() {
    assertThat(define("norrsken", "'pageId':'42'").statusCode()).isEqualTo(200);
    assertThat(define("norrsken", "'pageId':'42','apiBase':'https://graph.example'").statusCode())
        .isEqualTo(200);
  }

  @Test
  void whatASettingRefersToIsNotLookedUpForTheNetwork() {
    for (String reference : new String[] {"$[env:PATH]", "x$[secret:accessToken]"}) {
      HttpResponse<String> refused =
          define("new", "'pageId':'" + reference + "','accessToken':'mine'");

      assertThat(refused.statusCode()).isEqualTo(422);
      assertThat(refused.body()).contains("pageId").contains("io.svara.account-new.cfg");
    }
    assertThat(rig.desk.defined()).isEmpty();
    assertThat(define("new", "'pageId':'42','accessToken':'$[env:TOKEN]'").statusCode())
        .isEqualTo(200);
  }

  @Test
  void aReferenceThatAFileMadeStaysWhileTheAddressDoes() {
    String note = "'pageId':'42','note':'$[env:NOTE]'";

    assertThat(define("norrsken", note).statusCode()).isEqualTo(200);
    assertThat(
            define("norrsken", note + ",'apiBase':'https://elsewhere.example','accessToken':'x'")
                .statusCode())
        .isEqualTo(422);
  }

  private HttpResponse<String> define(String name, String settings) {
    return rig.call(
        operator,
        "PUT",
        "/api/v1/accounts/" + name,
        ("{'channel':'facebook'," + settings + "}").replace('\'', '"'));
  }
}
