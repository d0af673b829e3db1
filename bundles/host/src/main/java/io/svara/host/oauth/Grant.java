package io.svara.host.oauth;

import io.svara.api.channel.RawDelivery.MalformedBody;
import io.svara.api.message.Tree;
import io.svara.engine.desk.Connection.Trouble;
import io.svara.host.json.Json;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a platform has given for an account, as it is kept in the secret store.
 *
 * @param id of the connection
 * @param bound to what; see {@link Client#bound()}
 * @param given when the access token was given
 * @param accessEnds when the access token ends
 * @param ends when the refresh token ends, where the platform tells
 * @param slides whether that end moves on with each renewal
 * @param as who agreed
 * @param since when somebody connected it
 * @param asking since when a renewal is under way whose end is not known
 * @param ended why it serves no more; then there are no tokens
 */
record Grant(
    String id,
    String bound,
    String access,
    Optional<String> refresh,
    Instant given,
    Instant accessEnds,
    Optional<Instant> ends,
    boolean slides,
    Optional<String> as,
    Instant since,
    Optional<Instant> asking,
    Optional<Trouble> ended) {
  private static final Duration SAME = Duration.ofMinutes(1);

  /** The first, after somebody agreed. */
  static Grant first(Client client, Tokens tokens, Instant now) {
    return new Grant(
        client.connection().id(),
        client.bound(),
        tokens.access(),
        tokens.refresh(),
        now,
        now.plus(tokens.life()),
        tokens.refreshLife().map(now::plus),
        false,
        tokens.as(),
        now,
        Optional.empty(),
        Optional.empty());
  }

  Grant renewed(Tokens tokens, Instant now) {
    Optional<Instant> newEnd = tokens.refreshLife().map(now::plus).or(() -> ends);
    boolean moves =
        newEnd.isPresent() && ends.isPresent() && newEnd.get().isAfter(ends.get().plus(SAME));
    return new Grant(
        id,
        bound,
        tokens.access(),
        tokens.refresh().or(() -> refresh),
        now,
        now.plus(tokens.life()),
        newEnd,
        slides || moves,
        tokens.as().or(() -> as),
        since,
        Optional.empty(),
        Optional.empty());
  }

  Grant asking(Optional<Instant> now) {
    return new Grant(
        id, bound, access, refresh, given, accessEnds, ends, slides, as, since, now, ended);
  }

  /** It is over, and its tokens are worth nothing. */
  Grant ended(Trouble why) {
    return new Grant(
        id,
        bound,
        "",
        Optional.empty(),
        given,
        accessEnds,
        ends,
        slides,
        as,
        since,
        Optional.empty(),
        Optional.of(why));
  }

  /** How long the access token was to live. */
  Duration life() {
    return Duration.between(given, accessEnds);
  }

  /** In letters that no reference to a secret is written with, whatever the platform gave. */
  String text(Json json) {
    Map<String, Tree> all = new LinkedHashMap<>();
    all.put("id", Tree.of(id));
    all.put("bound", Tree.of(bound));
    all.put("access", Tree.of(access));
    refresh.ifPresent(it -> all.put("refresh", Tree.of(it)));
    all.put("given", Tree.of(given.toString()));
    all.put("accessEnds", Tree.of(accessEnds.toString()));
    ends.ifPresent(it -> all.put("ends", Tree.of(it.toString())));
    all.put("slides", new Tree.Flag(slides));
    as.ifPresent(it -> all.put("as", Tree.of(it)));
    all.put("since", Tree.of(since.toString()));
    asking.ifPresent(it -> all.put("asking", Tree.of(it.toString())));
    ended.ifPresent(
        it -> {
          all.put("endedCode", Tree.of(it.code()));
          all.put("endedWords", Tree.of(it.words()));
          all.put("endedSince", Tree.of(it.since().toString()));
        });
    byte[] plain = json.write(Tree.branch(all)).getBytes(StandardCharsets.UTF_8);
    return Base64.getUrlEncoder().encodeToString(plain);
  }

  /** Reads what {@link #text} wrote; empty when it is something else. */
  static Optional<Grant> of(String text, Json json) {
    try {
      Tree all = json.read(new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8));
      return Optional.of(
          new Grant(
              all.at("id").text().orElseThrow(),
              all.at("bound").text().orElseThrow(),
              all.at("access").text().orElseThrow(),
              all.at("refresh").text(),
              all.at("given").text().map(Instant::parse).orElseThrow(),
              all.at("accessEnds").text().map(Instant::parse).orElseThrow(),
              all.at("ends").text().map(Instant::parse),
              all.at("slides").flag().orElse(false),
              all.at("as").text(),
              all.at("since").text().map(Instant::parse).orElseThrow(),
              all.at("asking").text().map(Instant::parse),
              all.at("endedCode")
                  .text()
                  .map(
                      code ->
                          new Trouble(
                              code,
                              all.at("endedWords").text().orElse(""),
                              all.at("endedSince").text().map(Instant::parse).orElseThrow()))));
    } catch (IllegalArgumentException
        | MalformedBody
        | java.util.NoSuchElementException
        | java.time.DateTimeException notOne) {
      return Optional.empty();
    }
  }

  /** Without the tokens. */
  @Override
  public String toString() {
    return "what " + id + " has given at " + given;
  }
}
