package io.svara.channel.facebook;

import io.svara.api.channel.ChannelHost;
import io.svara.api.channel.Http;
import io.svara.api.channel.Parsed.Lookup;
import io.svara.api.channel.Parsed.Needs;
import io.svara.api.channel.RawDelivery.LookupAnswer;
import io.svara.api.message.Tree;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * Comments on recommendations: their notice tells everything but the words (<a
 * href="https://developers.facebook.com/docs/graph-api/webhooks/reference/page/#ratings">reference</a>),
 * which are asked for (<a
 * href="https://developers.facebook.com/docs/graph-api/reference/comment">Comment</a>). A question
 * that brings none is not asked again; the comment is then read without its words.
 */
final class Untold {
  private static final Set<String> WRITTEN = Set.of("add", "edit", "edited", "update");

  private Untold() {}

  /** What has to be asked before the delivery can be read, each as the page that was told of it. */
  static Optional<Needs> questions(Tree delivery) {
    List<Lookup> lookups =
        delivery.at("entry").each().stream()
            .flatMap(entry -> Values.id(entry.at("id")).stream().flatMap(page -> of(page, entry)))
            .distinct()
            .toList();
    return lookups.isEmpty() ? Optional.empty() : Optional.of(new Needs(lookups));
  }

  private static Stream<Lookup> of(String page, Tree entry) {
    return entry.at("changes").each().stream()
        .flatMap(change -> comment(change).stream())
        .map(id -> new Lookup(page, id, Graph.step(id)));
  }

  /** Asks for a comment's words. */
  static Http.Answer ask(Lookup lookup, ChannelHost host) throws Http.NotSent, Http.NoAnswer {
    try {
      return Graph.of(host).get(lookup.question(), Map.of("fields", "message"));
    } catch (Misconfigured account) {
      throw new Http.NotSent(account.getMessage());
    }
  }

  /** The delivery as it would be if it had told the words. */
  static Tree answered(Tree delivery, List<LookupAnswer> answers) {
    return each(
        delivery, "entry", entry -> each(entry, "changes", change -> told(change, answers)));
  }

  private static Tree told(Tree change, List<LookupAnswer> answers) {
    Optional<Tree> words =
        comment(change)
            .flatMap(
                id ->
                    answers.stream()
                        .filter(answer -> answer.name().equals(id) && answer.status() == 200)
                        .map(answer -> answer.body().at("message"))
                        .findFirst());
    return words
        .map(text -> with(change, "value", with(change.at("value"), "message", text)))
        .orElse(change);
  }

  /** The id of the comment that the change tells of without its words. */
  private static Optional<String> comment(Tree change) {
    Tree value = change.at("value");
    boolean untold =
        is(change.at("field"), "ratings")
            && is(value.at("item"), "comment")
            && Values.words(value.at("verb")).filter(WRITTEN::contains).isPresent()
            && !value.at("message").present();
    return untold ? Values.id(value.at("comment_id")) : Optional.empty();
  }

  private static boolean is(Tree value, String word) {
    return Values.words(value).filter(word::equals).isPresent();
  }

  private static Tree each(Tree tree, String list, UnaryOperator<Tree> change) {
    return tree.at(list) instanceof Tree.Row row
        ? with(tree, list, new Tree.Row(row.items().stream().map(change).toList()))
        : tree;
  }

  private static Tree with(Tree tree, String name, Tree value) {
    if (!(tree instanceof Tree.Branch branch)) {
      return tree;
    }
    Map<String, Tree> members = new LinkedHashMap<>(branch.members());
    members.put(name, value);
    return new Tree.Branch(members);
  }
}
