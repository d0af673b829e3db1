package io.svara.gateway.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.svara.engine.desk.Role;
import io.svara.gateway.testing.GatewayRig;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LettersTest {
  private static final byte[] PNG = HexFormat.of().parseHex("89504e470d0a1a0a0000000d49484452");
  private static final String MESSAGE = "/api/v1/cases/C1/messages/M1";

  private final GatewayRig rig = new GatewayRig(Map.of("letterMaxBytes", 1_000));
  private String token;

  @BeforeEach
  void signIn() {
    token = rig.token("anna", Role.AGENT);
  }

  @AfterEach
  void stop() {
    rig.close();
  }

  private HttpResponse<String> get(String path) {
    return rig.call(token, "GET", path, null);
  }

  private static String header(HttpResponse<String> response, String name) {
    return response.headers().firstValue(name).orElse("");
  }

  private HttpResponse<String> put(String query, byte[] bytes) {
    return rig.send(
        rig.request("/api/v1/files" + query)
            .POST(HttpRequest.BodyPublishers.ofByteArray(bytes))
            .header("Content-Type", "application/octet-stream")
            .header("Authorization", "Bearer " + token));
  }

  @Test
  void aLetterIsADocumentInWhichNothingRunsAndNothingIsFetched() {
    rig.files.letter("<p onclick=x()>Hej<script>x()</script><img src='https://t.example/p.gif'>");

    HttpResponse<String> none = get(MESSAGE + "/document");
    HttpResponse<String> shown = get(MESSAGE + "/document?pictures=shown");

    assertThat(none.statusCode()).isEqualTo(200);
    assertThat(header(none, "Content-Type")).isEqualTo("text/html;charset=utf-8");
    assertThat(header(none, "Content-Security-Policy"))
        .startsWith("sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none';")
        .contains("img-src data:;")
        .contains("frame-ancestors 'self'");
    assertThat(header(none, "X-Frame-Options")).isEqualTo("SAMEORIGIN");
    assertThat(header(none, "X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(header(none, "Referrer-Policy")).isEqualTo("no-referrer");
    assertThat(header(none, "Cache-Control")).isEqualTo("no-store");
    assertThat(none.headers().allValues("Content-Security-Policy")).hasSize(1);
    assertThat(none.body()).contains("<p>Hej").doesNotContain("x()", "t.example");
    assertThat(header(shown, "Content-Security-Policy")).contains("img-src data: https:;");
    assertThat(shown.body()).contains("<img src=\"https://t.example/p.gif\"");
  }

  @Test
  void howManyPicturesLieElsewhereAndWithWhomIsTold() {
    rig.files.letter(
        "<img src=https://b.example/1><img src='//a.example/2'><img src=http://a.example/3>"
            + "<img src=cid:gone>");

    assertThat(get(MESSAGE + "/document/pictures").body())
        .isEqualTo(
            "{\"remote\":{\"count\":3,\"hosts\":[\"a.example\",\"b.example\"]},\"missing\":1,"
                + "\"cutShort\":false}");
  }

  @Test
  void aPictureThatCameAlongIsAPartOfTheDocument() {
    rig.files.picture("a+b@mail", PNG);
    rig.files.picture("page@mail", "<svg onload=x()>".getBytes(StandardCharsets.UTF_8));
    rig.files.letter("<img alt=A src='cid:a+b%40mail'><img alt=B src='cid:page@mail'>");

    assertThat(get(MESSAGE + "/document").body())
        .contains("src=\"data:image/png;base64,iVBORw0KGgoAAAANSUhEUg&#61;&#61;\"")
        .contains("<span class=\"svara-picture\">B</span>")
        .doesNotContain("svg onload");
  }

  @Test
  void aMessageWithoutHtmlSaysSo() {
    HttpResponse<String> missing = get(MESSAGE + "/document");

    assertThat(missing.statusCode()).isEqualTo(404);
    assertThat(header(missing, "Content-Type")).startsWith("application/problem+json");
    assertThat(missing.body()).contains("no message M1");
    assertThat(get(MESSAGE + "/document?pictures=all").statusCode()).isEqualTo(400);
  }

  @Test
  void aFileIsHandedOutAndNeverShown() {
    rig.files.attach(
        "..\\Fak\u202Etura å \"1\".html",
        "text/html",
        "<script>alert(1)</script>".getBytes(StandardCharsets.UTF_8));
    rig.files.attach("p.svg", "image/png", "<svg onload='x()'/>".getBytes(StandardCharsets.UTF_8));

    for (String path : List.of("/files/0", "/files/0?inline", "/files/1?inline=1")) {
      HttpResponse<String> file = get(MESSAGE + path);
      assertThat(file.statusCode()).as(path).isEqualTo(200);
      assertThat(header(file, "Content-Type")).isEqualTo("application/octet-stream");
      assertThat(header(file, "Content-Disposition")).startsWith("attachment; ");
      assertThat(header(file, "Content-Security-Policy")).startsWith("sandbox; ");
      assertThat(header(file, "X-Content-Type-Options")).isEqualTo("nosniff");
    }
    assertThat(header(get(MESSAGE + "/files/0"), "Content-Disposition"))
        .isEqualTo(
            "attachment; filename=\"Faktura a _1_.html\";"
                + " filename*=UTF-8''Faktura%20%C3%A5%20_1_.html");
    assertThat(get(MESSAGE + "/files/0").body()).isEqualTo("<script>alert(1)</script>");
    assertThat(get(MESSAGE + "/files/2").statusCode()).isEqualTo(404);
    assertThat(get(MESSAGE + "/files/x").statusCode()).isEqualTo(404);
  }

  @Test
  void aPictureByItsBytesMayBeShown() {
    rig.files.attach("claims nothing", "application/octet-stream", PNG);

    HttpResponse<String> shown = get(MESSAGE + "/files/0?inline");
    assertThat(header(shown, "Content-Type")).isEqualTo("image/png");
    assertThat(header(shown, "Content-Disposition")).startsWith("inline; ");
    assertThat(header(get(MESSAGE + "/files/0"), "Content-Disposition")).startsWith("attachment;");
  }

  @Test
  void aFileThatIsToGoOutIsKeptAsWhatItIs() {
    assertThat(put("?name=C%3A%5Ca%5Cbild.png&type=image/png", PNG).body())
        .isEqualTo(
            "{\"id\":\"F1\",\"name\":\"bild.png\",\"mediaType\":\"image/png\",\"bytes\":16,"
                + "\"warnings\":[]}");
    HttpResponse<String> program =
        put("?name=bild.png&type=image/png", "MZ\0\0 and more".getBytes(StandardCharsets.UTF_8));
    assertThat(program.statusCode()).isEqualTo(201);
    assertThat(program.body())
        .contains("\"mediaType\":\"application/x-executable\"")
        .contains("\"program\"", "\"other-type\"");
  }

  @Test
  void aFileThatIsEmptyTooLargeOrNamelessIsRefusedInWords() {
    assertThat(put("?name=a.txt", new byte[0]).statusCode()).isEqualTo(400);
    assertThat(put("", PNG).body()).contains("'name' is missing");
    HttpResponse<String> large = put("?name=a.bin", new byte[2_000_000]);
    assertThat(large.statusCode()).isEqualTo(413);
    assertThat(get("/api/v1/files").body())
        .isEqualTo("{\"file\":100000,\"letter\":1000,\"count\":20}");
  }

  @Test
  void anAnswerHasFilesAndReaders() {
    put("?name=a.txt&type=text/plain", "abc".getBytes(StandardCharsets.UTF_8));
    HttpResponse<String> sent =
        rig.call(
            token,
            "POST",
            "/api/v1/cases/C1/replies",
            "{\"text\":\"Hej\",\"visibility\":\"private\",\"version\":7,\"files\":[\"F1\"],"
                + "\"addressing\":{\"subject\":\"Re: Hej\",\"to\":[\"a@example.org\"],"
                + "\"hiddenCopies\":[\"b@example.org\"]}}");

    assertThat(sent.statusCode()).as(sent.body()).isEqualTo(201);
    assertThat(rig.cases.lastAnswer().files()).containsExactly("F1");
    assertThat(rig.cases.lastAnswer().addressing())
        .hasValueSatisfying(
            addressing -> {
              assertThat(addressing.subject()).isEqualTo("Re: Hej");
              assertThat(addressing.to()).containsExactly("a@example.org");
              assertThat(addressing.copies()).isEmpty();
              assertThat(addressing.hiddenCopies()).containsExactly("b@example.org");
            });
  }

  @Test
  void moreThanALetterTakesIsRefusedBeforeItIsSent() {
    put("?name=a.bin", new byte[600]);
    put("?name=b.bin", new byte[600]);
    String reply = "{\"text\":\"Hej\",\"visibility\":\"private\",\"version\":7,\"files\":[%s]}";
    String path = "/api/v1/cases/C1/replies";

    HttpResponse<String> large = rig.call(token, "POST", path, reply.formatted("\"F1\",\"F2\""));
    assertThat(large.statusCode()).isEqualTo(422);
    assertThat(large.body()).contains("1,200 bytes", "1,000");
    HttpResponse<String> unknown = rig.call(token, "POST", path, reply.formatted("\"F9\""));
    assertThat(unknown.statusCode()).isEqualTo(422);
    assertThat(unknown.body()).contains("no file F9");
  }
}
