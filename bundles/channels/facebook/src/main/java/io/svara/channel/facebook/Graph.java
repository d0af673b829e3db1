package io.svara.channel.facebook;

import io.svara.api.channel.ChannelHost;
import io.svara.api.channel.Http;
import io.svara.api.channel.RawDelivery;
import io.svara.api.message.Tree;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Calls to the Graph API as one page. The token goes in a header, so that no log of addresses can
 * hold it; the proof that belongs to it is of no use without it.
 */
final class Graph {

  private final ChannelHost host;
  private final String root;
  private final String token;
  private final Optional<String> proof;

  private Graph(ChannelHost host, String root, String token, Optional<String> proof) {
    this.host = host;
    this.root = root;
    this.token = token;
    this.proof = proof;
  }

  static Graph of(ChannelHost host) throws Misconfigured {
    ChannelHost.Account account = host.account();
    String base = setting(account, Description.API_BASE, Description.DEFAULT_BASE);
    String version = setting(account, Description.API_VERSION, Description.DEFAULT_VERSION);
    if (!base.matches("https?://[^\\s/?#]+(/[^\\s?#]*)?")) {
      throw new Misconfigured(
          "address",
          "The account's apiBase is no web address; set it to " + Description.DEFAULT_BASE + ".");
    }
    if (!version.matches("v\\d{1,3}\\.\\d{1,2}")) {
      throw new Misconfigured(
          "version",
          "The account's apiVersion must look like " + Description.DEFAULT_VERSION + ".");
    }
    String token =
        account
            .secret(Description.ACCESS_TOKEN)
            .filter(secret -> !secret.isBlank())
            .orElseThrow(
                () ->
                    new Misconfigured(
                        "token", "The account has no accessToken; connect the page again."));
    return new Graph(
        host,
        base.replaceAll("/+$", "") + "/" + version,
        token.strip(),
        account
            .secret(Description.APP_SECRET)
            .filter(secret -> !secret.isBlank())
            .map(secret -> AppSecretProof.of(token.strip(), secret.strip())));
  }

  /** The page's id. */
  String page() {
    return host.account().platformId();
  }

  /** Asks; changes nothing there. */
  Http.Answer get(String path, Map<String, String> query) throws Http.NotSent, Http.NoAnswer {
    Map<String, String> all = new LinkedHashMap<>(query);
    proof.ifPresent(value -> all.put("appsecret_proof", value));
    String parameters =
        all.entrySet().stream()
            .map(entry -> encoded(entry.getKey()) + "=" + encoded(entry.getValue()))
            .collect(Collectors.joining("&"));
    String uri = root + path + (parameters.isEmpty() ? "" : "?" + parameters);
    return host.http().send(Http.Call.get(URI.create(uri), headers()));
  }

  /** Tells; only what succeeds is done. */
  Http.Answer post(String path, Map<String, Tree> body) throws Http.NotSent, Http.NoAnswer {
    Map<String, Tree> all = new LinkedHashMap<>(body);
    proof.ifPresent(value -> all.put("appsecret_proof", Tree.of(value)));
    Map<String, String> headers = new LinkedHashMap<>(headers());
    headers.put("Content-Type", "application/json");
    byte[] bytes = host.write(Tree.branch(all)).getBytes(StandardCharsets.UTF_8);
    return host.http().send(Http.Call.post(URI.create(root + path), headers, bytes));
  }

  Tree json(Http.Answer answer) {
    return host.http().json(answer);
  }

  /** The tree of a text; {@link Tree.Nothing} when it is no JSON. */
  Tree json(String text) {
    try {
      return host.read(text);
    } catch (RawDelivery.MalformedBody e) {
      return Tree.Nothing.NOTHING;
    }
  }

  /** Facebook quotes a token that it does not like; people and journals must not see it. */
  String withoutSecrets(String words) {
    return words.replace(token, "[token]");
  }

  /** An id as one step of a path, whatever is in it. */
  static String step(String id) {
    return "/" + encoded(id);
  }

  private Map<String, String> headers() {
    return Map.of("Authorization", "Bearer " + token, "Accept", "application/json");
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private static String setting(ChannelHost.Account account, String name, String otherwise) {
    return account
        .setting(name)
        .map(String::strip)
        .filter(value -> !value.isEmpty())
        .orElse(otherwise);
  }
}
