package io.svara.testing.oauth;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The person whom the platform asks, with a browser of their own. */
public final class Person {
  private static final Pattern STATE = Pattern.compile("name=\"state\" value=\"([^\"]+)\"");

  private final HttpClient browser =
      HttpClient.newBuilder()
          .cookieHandler(new CookieManager())
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();

  /** Signs in, agrees to all that is asked, and is sent on to the address that is returned. */
  public URI agrees(URI authorize) throws IOException, InterruptedException {
    return decides(authorize, "&scope=mail&scope=email");
  }

  /** As {@link #agrees}, to nothing. */
  public URI declines(URI authorize) throws IOException, InterruptedException {
    return decides(authorize, "");
  }

  /** Where the platform sends this request when it needs no answer of the person. */
  public URI sentOn(URI authorize) throws IOException, InterruptedException {
    return location(asked(authorize));
  }

  private URI decides(URI authorize, String scopes) throws IOException, InterruptedException {
    HttpResponse<String> page = asked(authorize);
    if (page.statusCode() / 100 == 3) {
      // Agreed to before.
      return location(page);
    }
    Matcher state = STATE.matcher(page.body());
    if (!state.find()) {
      throw new IllegalStateException("No page to agree on, but: " + page.body());
    }
    String form =
        "client_id="
            + OAuthServer.CLIENT
            + "&state="
            + URLEncoder.encode(state.group(1), StandardCharsets.UTF_8)
            + scopes;
    return location(
        send(
            HttpRequest.newBuilder(authorize.resolve("/oauth2/authorize"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form))));
  }

  private HttpResponse<String> asked(URI authorize) throws IOException, InterruptedException {
    String form = "username=" + OAuthServer.PERSON + "&password=" + OAuthServer.PASSWORD;
    HttpResponse<String> signedIn =
        send(
            HttpRequest.newBuilder(authorize.resolve("/login"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));
    if (signedIn.statusCode() / 100 != 3) {
      throw new IllegalStateException("Signing in was answered with " + signedIn.statusCode());
    }
    return send(HttpRequest.newBuilder(authorize).header("Accept", "text/html"));
  }

  private HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return browser.send(request.build(), BodyHandlers.ofString());
  }

  private static URI location(HttpResponse<String> answer) {
    return URI.create(
        answer
            .headers()
            .firstValue("location")
            .orElseThrow(
                () -> new IllegalStateException(answer.statusCode() + ": " + answer.body())));
  }
}
