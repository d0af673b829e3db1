package io.svara.gateway.hooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.svara.gateway.testing.GatewayRig;
import java.io.ByteArrayInputStream;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WebhookTest {
  private static final String SECRET = "app secret";
  private static final byte[] BODY =
      "{\"entry\":[{\"text\":\"Hej, min räkning är fel\"}]}".getBytes(StandardCharsets.UTF_8);

  private GatewayRig rig;

  @BeforeEach
  void start() {
    rig = new GatewayRig(Map.of("hookMaxBytes", 10_000, "hookRate", 1_000));
    rig.secrets.put("endpoint:fb", "appSecret", SECRET);
    rig.secrets.put("endpoint:fb", "verifyToken", "verify me");
    rig.secrets.put("endpoint:tg", "token", "the token");
  }

  @AfterEach
  void stop() {
    rig.close();
  }

  @Test
  void aSignedDeliveryIsKeptByteForByteAndAcknowledged() {
    HttpResponse<String> answer = rig.send(signed(BODY, sign(BODY)));

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(rig.intake.accepted()).hasSize(1);
    assertThat(rig.intake.accepted().get(0).endpoint()).isEqualTo("fb");
    assertThat(rig.intake.accepted().get(0).body()).isEqualTo(BODY);
  }

  @Test
  void headersArePassedOnInLowerCaseWithoutWhatIsSecret() {
    rig.send(
        signed(BODY, sign(BODY))
            .header("Content-Type", "application/json")
            .header("Cookie", "svara_session=x")
            .header("Authorization", "Bearer x"));

    assertThat(rig.intake.accepted().get(0).headers())
        .containsEntry("content-type", "application/json")
        .doesNotContainKeys("cookie", "authorization", "x-hub-signature-256");
  }

  @Test
  void oneFlippedBitAnywhereIsRefusedAndNothingIsKept() {
    long seed = 20261122;
    System.out.println("seed " + seed);
    Random random = new Random(seed);
    for (int i = 0; i < 100; i++) {
      byte[] flipped = BODY.clone();
      flipped[random.nextInt(flipped.length)] ^= (byte) (1 << random.nextInt(8));

      HttpResponse<String> answer = rig.send(signed(flipped, sign(BODY)));

      assertThat(answer.statusCode()).isEqualTo(401);
    }
    assertThat(rig.intake.accepted()).isEmpty();
  }

  @Test
  void aFlippedDigitOfTheSignatureIsRefused() {
    String signature = sign(BODY);
    for (int i = "sha256=".length(); i < signature.length(); i++) {
      char other = signature.charAt(i) == '0' ? '1' : '0';
      String flipped = signature.substring(0, i) + other + signature.substring(i + 1);

      assertThat(rig.send(signed(BODY, flipped)).statusCode()).isEqualTo(401);
    }
    assertThat(rig.intake.accepted()).isEmpty();
  }

  @Test
  void whatIsNoSignatureAtAllIsRefused() {
    for (String signature : List.of("", "sha256=", "sha256=xyz", "sha1=00", "ÅÄÖ".repeat(10))) {
      HttpRequest.Builder request =
          rig.request("/hooks/fb").POST(HttpRequest.BodyPublishers.ofByteArray(BODY));
      if (signature.matches("\\p{ASCII}+")) {
        request.header("X-Hub-Signature-256", signature);
      }
      assertThat(rig.send(request).statusCode()).isEqualTo(401);
    }
    assertThat(rig.intake.accepted()).isEmpty();
  }

  @Test
  void aTokenInAHeaderProvesADeliveryToo() {
    assertThat(rig.send(post("tg", BODY).header("X-Token", "the token")).statusCode())
        .isEqualTo(200);
    assertThat(rig.send(post("tg", BODY).header("X-Token", "another")).statusCode()).isEqualTo(401);
    assertThat(rig.send(post("tg", BODY)).statusCode()).isEqualTo(401);
    assertThat(rig.intake.accepted()).hasSize(1);
    assertThat(rig.intake.accepted().get(0).headers()).doesNotContainKey("x-token");
  }

  @Test
  void theChallengeIsEchoedForTheRightTokenOnly() {
    String question = "/hooks/fb?hub.mode=subscribe&hub.challenge=1158201444&hub.verify_token=";
    HttpResponse<String> right = rig.send(rig.request(question + "verify+me"));

    assertThat(right.statusCode()).isEqualTo(200);
    assertThat(right.body()).isEqualTo("1158201444");
    assertThat(right.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/plain");
    assertThat(rig.send(rig.request(question + "wrong")).statusCode()).isEqualTo(403);
    assertThat(rig.send(rig.request("/hooks/fb")).statusCode()).isEqualTo(403);
    assertThat(rig.send(rig.request("/hooks/tg")).statusCode()).isEqualTo(405);
  }

  @Test
  void anUnknownEndpointIsAProblem() {
    HttpResponse<String> answer = rig.send(post("nobody", BODY));

    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    assertThat(answer.body()).contains("nobody");
  }

  @Test
  void anEndpointWhoseProofIsNotKnownYetAsksToComeBack() {
    HttpResponse<String> answer = rig.send(post("new", BODY));

    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(answer.headers().firstValue("Retry-After")).isPresent();
    assertThat(rig.intake.accepted()).isEmpty();
  }

  @Test
  void anEndpointWithoutItsSecretAsksToComeBack() {
    rig.secrets.forget("endpoint:fb");

    assertThat(rig.send(signed(BODY, sign(BODY))).statusCode()).isEqualTo(503);
    assertThat(rig.intake.accepted()).isEmpty();
  }

  @Test
  void anEndpointThatIsPolledTakesNoPosts() {
    assertThat(rig.send(post("mail", BODY)).statusCode()).isEqualTo(405);
  }

  @Test
  void theLargestBodyIsTakenAndOneByteMoreIsNot() {
    byte[] largest = new byte[10_000];
    byte[] tooLarge = new byte[10_001];

    assertThat(rig.send(signed(largest, sign(largest))).statusCode()).isEqualTo(200);
    assertThat(rig.send(signed(tooLarge, sign(tooLarge))).statusCode()).isEqualTo(413);
    assertThat(rig.intake.accepted()).hasSize(1);
  }

  @Test
  void aChunkedBodyThatDoesNotSayItsLengthIsCutAtTheLimit() {
    byte[] tooLarge = new byte[10_001];
    byte[] largest = new byte[10_000];

    assertThat(rig.send(chunked(tooLarge)).statusCode()).isEqualTo(413);
    assertThat(rig.send(chunked(largest)).statusCode()).isEqualTo(200);
    assertThat(rig.intake.accepted()).hasSize(1);
  }

  @Test
  void whatDoesNotFitIntoMemoryIsAskedToComeAgainAndFitsOnceOthersAreThrough() {
    rig.close();
    rig = new GatewayRig(Map.of("hookMaxBytes", 10_000, "hookBytes", 25_000));
    rig.secrets.put("endpoint:fb", "appSecret", SECRET);
    byte[] large = new byte[10_000];
    rig.intake.hold();
    List<CompletableFuture<HttpResponse<String>>> waiting = new ArrayList<>();
    for (int i = 1; i <= 2; i++) {
      int all = i;
      waiting.add(
          rig.client()
              .sendAsync(signed(large, sign(large)).build(), HttpResponse.BodyHandlers.ofString()));
      await().until(() -> rig.intake.waiting() == all);
    }
    HttpResponse<String> third = rig.send(chunked(large));
    rig.intake.force();

    assertThat(third.statusCode()).isEqualTo(503);
    assertThat(third.headers().firstValue("Retry-After")).isPresent();
    assertThat(waiting).allSatisfy(answer -> assertThat(answer.join().statusCode()).isEqualTo(200));
    assertThat(rig.send(signed(large, sign(large))).statusCode()).isEqualTo(200);
  }

  @Test
  void whateverBecomesOfADeliveryItsMemoryIsGivenBack() throws Exception {
    rig.close();
    rig = new GatewayRig(Map.of("hookMaxBytes", 10_000, "hookBytes", 25_000));
    rig.secrets.put("endpoint:fb", "appSecret", SECRET);
    byte[] large = new byte[10_000];
    for (int i = 0; i < 5; i++) {
      assertThat(rig.send(signed(large, "sha256=00")).statusCode()).isEqualTo(401);
      assertThat(rig.send(chunked(new byte[10_001])).statusCode()).isEqualTo(413);
      breakOff();
    }

    await()
        .untilAsserted(
            () ->
                assertThat(rig.send(rig.request("/metrics")).body())
                    .contains("outcome=\"broken\",status=\"none\"} 5.0"));
    rig.intake.hold();
    List<CompletableFuture<HttpResponse<String>>> two = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      two.add(
          rig.client()
              .sendAsync(signed(large, sign(large)).build(), HttpResponse.BodyHandlers.ofString()));
    }
    await().until(() -> rig.intake.waiting() == 2);
    rig.intake.force();

    assertThat(two).allSatisfy(answer -> assertThat(answer.join().statusCode()).isEqualTo(200));
  }

  private void breakOff() throws Exception {
    try (Socket socket = new Socket("127.0.0.1", rig.port())) {
      socket
          .getOutputStream()
          .write(
              "POST /hooks/fb HTTP/1.1\r\nHost: x\r\nContent-Length: 9000\r\n\r\nhalf"
                  .getBytes(StandardCharsets.US_ASCII));
    }
  }

  @Test
  void nothingIsAcknowledgedBeforeItIsDurable() throws Exception {
    rig.intake.hold();
    CompletableFuture<HttpResponse<String>> answer =
        rig.client()
            .sendAsync(signed(BODY, sign(BODY)).build(), HttpResponse.BodyHandlers.ofString());

    await().until(() -> rig.intake.waiting() == 1);
    assertThat(answer).isNotDone();
    rig.intake.force();

    assertThat(answer.get().statusCode()).isEqualTo(200);
  }

  @Test
  void aThousandWaitingDeliveriesHoldNoThreads() {
    rig.intake.hold();
    int threadsBefore = Thread.activeCount();
    List<CompletableFuture<HttpResponse<String>>> answers = new ArrayList<>();
    for (int i = 0; i < 1_000; i++) {
      answers.add(
          rig.client()
              .sendAsync(signed(BODY, sign(BODY)).build(), HttpResponse.BodyHandlers.ofString()));
    }

    await().until(() -> rig.intake.waiting() == 1_000);
    assertThat(Thread.activeCount() - threadsBefore).isLessThan(250);
    rig.intake.force();

    assertThat(answers).allSatisfy(answer -> assertThat(answer.join().statusCode()).isEqualTo(200));
  }

  @Test
  void aFullDiskIsToldAndNothingIsAcknowledged() {
    rig.intake.breakDown("The disk of /data is full; free some space.");

    HttpResponse<String> answer = rig.send(signed(BODY, sign(BODY)));

    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(answer.headers().firstValue("Retry-After")).isPresent();
    assertThat(answer.body()).contains("The disk of /data is full");
  }

  @Test
  void moreThanTheRateIsAskedToWait() {
    rig.close();
    rig = new GatewayRig(Map.of("hookRate", 1));
    rig.secrets.put("endpoint:fb", "appSecret", SECRET);
    List<Integer> statuses = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      statuses.add(rig.send(signed(BODY, sign(BODY))).statusCode());
    }

    assertThat(statuses).startsWith(200, 200).contains(429);
  }

  @Test
  void acceptedAndRefusedAreCountedByEndpoint() {
    rig.send(signed(BODY, sign(BODY)));
    rig.send(signed(BODY, "sha256=00"));
    rig.send(post("made-up", BODY));

    String metrics = rig.send(rig.request("/metrics")).body();

    assertThat(metrics)
        .contains("svara_deliveries_total{endpoint=\"fb\",outcome=\"accepted\",status=\"200\"} 1.0")
        .contains("svara_deliveries_total{endpoint=\"fb\",outcome=\"refused\",status=\"401\"} 1.0")
        .contains("svara_delivery_accept_seconds_bucket")
        .contains("svara_journal_head")
        .contains("svara_views_lag")
        .contains("svara_deliveries_waiting 5.0")
        .contains("svara_outbox_waiting 2.0")
        .contains("svara_http_requests_seconds_count{area=\"hooks\",method=\"POST\"")
        .contains("jvm_memory_used_bytes")
        .doesNotContain("made-up");
  }

  private HttpRequest.Builder post(String endpoint, byte[] body) {
    return rig.request("/hooks/" + endpoint).POST(HttpRequest.BodyPublishers.ofByteArray(body));
  }

  private HttpRequest.Builder signed(byte[] body, String signature) {
    return post("fb", body).header("X-Hub-Signature-256", signature);
  }

  private HttpRequest.Builder chunked(byte[] body) {
    return rig.request("/hooks/fb")
        .POST(HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)))
        .header("X-Hub-Signature-256", sign(body));
  }

  private static String sign(byte[] body) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      return "sha256=" + HexFormat.of().formatHex(mac.doFinal(body));
    } catch (java.security.GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
