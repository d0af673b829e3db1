package io.svara.api.channel;

import io.svara.api.message.Tree;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The calls of one account to an API that speaks JSON and wants a bearer token, with what answers
 * of such an API usually mean for a text. For a platform that means something else by them there is
 * {@link Http}.
 *
 * <p>Made within one call of the host, for its thread, and not to be kept after it.
 */
public final class JsonCalls {
  private static final String AUTHORIZATION = "Authorization";
  private static final Duration USUAL_PAUSE = Duration.ofSeconds(30);
  private static final Duration LONGEST_PAUSE = Duration.ofHours(1);
  private static final int LONGEST_WORDS = 200;

  private final ChannelHost host;
  private final String addressSetting;
  private final String tokenSecret;

  /**
   * @param addressSetting the account's setting that holds the API's address, without a slash at
   *     its end; to be among {@link ChannelDescriptor#hostSettings()}
   * @param tokenSecret the account's secret that holds the token
   */
  public JsonCalls(ChannelHost host, String addressSetting, String tokenSecret) {
    this.host = host;
    this.addressSetting = addressSetting;
    this.tokenSecret = tokenSecret;
  }

  /**
   * Posts one text, for {@link Channel#deliver}. Accepted is what a 2xx names an id of; a 429 is a
   * pause (its {@code Retry-After} in seconds, an hour at most, else 30 s), as is a platform that
   * was not reached. A 401, a 403 (a permission that is gone), and a refusal that is no JSON are
   * the account's fault; any other 4xx is the text's, as are 413 and 414 from whatever stands
   * before the platform: the text was too long for it. All else is unknown.
   *
   * @param path below the API's address, with its slash
   * @param fields of the object that is posted
   * @param id the member of the answer that names what was made
   */
  public Receipt send(String path, Map<String, String> fields, String id) {
    Optional<URI> address = address(path);
    if (address.isEmpty()) {
      return missing(addressSetting);
    }
    Optional<String> token = host.account().secret(tokenSecret);
    if (token.isEmpty()) {
      return missing(tokenSecret);
    }
    Map<String, Tree> body = new LinkedHashMap<>();
    fields.forEach((name, value) -> body.put(name, Tree.of(value)));
    byte[] bytes = host.write(Tree.branch(body)).getBytes(StandardCharsets.UTF_8);
    Map<String, String> headers =
        Map.of(AUTHORIZATION, bearer(token.get()), "Content-Type", "application/json");
    try {
      return receipt(
          host.http().send(Http.Call.post(address.get(), headers, bytes)), id, token.get());
    } catch (Http.NotSent away) {
      return new Receipt.RetryAfter(
          USUAL_PAUSE, "The platform was not reached: " + away.getMessage());
    } catch (Http.NoAnswer lost) {
      return new Receipt.Unknown("The platform did not answer: " + lost.getMessage());
    }
  }

  /**
   * Looks a text up, for {@link Channel#reconcile}: by something that no other text has, such as
   * its idempotency key; not by its words, which may have been sent before. An empty list in a 200
   * is the platform's word that it was not delivered; whatever is no such list, or lists more than
   * one, leaves it unknown.
   *
   * @param path below the API's address, with its slash and its query
   * @param list the member of the answer that lists what was found
   * @param id the member of what was found that names it
   */
  public Receipt find(String path, String list, String id) {
    Optional<URI> address = address(path);
    Optional<String> token = host.account().secret(tokenSecret);
    if (address.isEmpty() || token.isEmpty()) {
      return new Receipt.Unknown(
          "The platform cannot be asked: the account lacks its address or its token.");
    }
    try {
      return found(
          host.http()
              .send(Http.Call.get(address.get(), Map.of(AUTHORIZATION, bearer(token.get())))),
          list,
          id);
    } catch (Http.NotSent | Http.NoAnswer away) {
      return new Receipt.Unknown("The platform could not be asked: " + away.getMessage());
    }
  }

  private Receipt receipt(Http.Answer answer, String id, String token) {
    Tree body = host.http().json(answer);
    int status = answer.status();
    if (status >= 200 && status < 300) {
      return body.at(id)
          .id()
          .<Receipt>map(made -> new Receipt.Accepted(made, Optional.empty()))
          .orElseGet(
              () ->
                  new Receipt.Unknown(
                      "The platform answered well, yet named nothing that it made."));
    }
    if (status == 429) {
      return new Receipt.RetryAfter(pause(answer), "The platform asks to send more slowly.");
    }
    if (status < 400 || status >= 500 || status == 408 || status == 425) {
      return new Receipt.Unknown(
          "The platform answered HTTP " + status + ", which tells nothing of the text.");
    }
    return refused(status, body, token);
  }

  private Receipt refused(int status, Tree body, String token) {
    String code = "http-" + status;
    if (status == 401) {
      return new Receipt.Rejected(
          code, "The platform no longer takes the account's token: enter a new one.", true);
    }
    if (!body.present() && (status == 413 || status == 414)) {
      return new Receipt.Rejected(
          code, "This text is too long for the platform: shorten it and send it again.", false);
    }
    if (!body.present()) {
      return new Receipt.Rejected(
          code,
          "HTTP "
              + status
              + " came from something that is not the platform: check the account's "
              + addressSetting
              + ".",
          true);
    }
    String words =
        Stream.of("detail", "message", "error")
            .flatMap(name -> body.at(name).text().stream())
            .filter(text -> text.length() <= LONGEST_WORDS && !text.contains(token))
            .findFirst()
            .map(text -> ": " + text)
            .orElse(".");
    return status == 403
        ? new Receipt.Rejected(
            code,
            "The platform does not let the account write: renew its permissions" + words,
            true)
        : new Receipt.Rejected(code, "The platform refused this text" + words, false);
  }

  private Receipt found(Http.Answer answer, String list, String id) {
    if (answer.status() != 200 || !(host.http().json(answer).at(list) instanceof Tree.Row row)) {
      return new Receipt.Unknown(
          "The platform was asked and answered HTTP " + answer.status() + " without a list.");
    }
    if (row.items().isEmpty()) {
      return new Receipt.NotDelivered("The platform was asked and does not have it.");
    }
    if (row.items().size() > 1) {
      return new Receipt.Unknown("The platform has several that may be it; look there.");
    }
    return row.items()
        .get(0)
        .at(id)
        .id()
        .<Receipt>map(made -> new Receipt.Accepted(made, Optional.empty()))
        .orElseGet(() -> new Receipt.Unknown("The platform has something, yet does not name it."));
  }

  private static Duration pause(Http.Answer answer) {
    return answer
        .header("retry-after")
        .filter(seconds -> seconds.matches("\\d{1,9}"))
        .map(seconds -> Duration.ofSeconds(Long.parseLong(seconds)))
        .map(pause -> pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause)
        .orElse(USUAL_PAUSE);
  }

  private Optional<URI> address(String path) {
    try {
      return host.account()
          .setting(addressSetting)
          .map(base -> URI.create(base + path))
          .filter(URI::isAbsolute);
    } catch (IllegalArgumentException none) {
      return Optional.empty();
    }
  }

  private static Receipt missing(String name) {
    return new Receipt.Rejected(
        "no-" + name,
        "The account has no usable " + name + ": enter it on the page Channels.",
        true);
  }

  private static String bearer(String token) {
    return "Bearer " + token;
  }
}
