package io.svara.channel.facebook;

import io.svara.api.channel.Http;
import io.svara.api.channel.Receipt;
import io.svara.api.message.Tree;
import java.util.Optional;

/** What an answer to a sent text says of it. */
final class Outcome {

  private final Graph graph;

  Outcome(Graph graph) {
    this.graph = graph;
  }

  Receipt of(Http.Answer answer, Request.Naming naming) {
    Tree body = graph.json(answer);
    Tree error = body.at("error");
    if (error.present()) {
      return refused(answer, error);
    }
    if (answer.status() >= 200 && answer.status() < 300) {
      return naming
          .idIn(body)
          .<Receipt>map(id -> new Receipt.Accepted(id, Optional.empty()))
          .orElseGet(
              () -> new Receipt.Unknown("Facebook answered well, yet named nothing that it made."));
    }
    return withoutWords(answer);
  }

  private Receipt refused(Http.Answer answer, Tree error) {
    int code = Values.count(error.at("code")).orElse(0);
    int subcode = Values.count(error.at("error_subcode")).orElse(0);
    String words =
        Values.words(error.at("error_user_msg"))
            .or(() -> Values.words(error.at("message")))
            .map(graph::withoutSecrets)
            .orElse("");
    return GraphError.of(code, subcode, words, answer.status())
        .receipt(new GraphError.Details(code, subcode, words, RetryPause.after(answer, graph)));
  }

  /** No envelope: a proxy, or an address that is not Facebook's. */
  private Receipt withoutWords(Http.Answer answer) {
    int status = answer.status();
    if (status == 429) {
      return new Receipt.RetryAfter(
          RetryPause.after(answer, graph), "Facebook asks to send more slowly.");
    }
    if (status >= 500 || status == 408 || status == 425) {
      return new Receipt.Unknown(
          "The answer was HTTP " + status + " without a word on whether the text was taken.");
    }
    return new Receipt.Rejected(
        "http-" + status,
        "The answer was HTTP " + status + " and not Facebook's; check the account's apiBase.",
        true);
  }
}
