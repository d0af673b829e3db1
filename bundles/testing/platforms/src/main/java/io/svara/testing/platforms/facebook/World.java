package io.svara.testing.platforms.facebook;

import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * All that the fake platform knows. Whoever reads or changes it holds its monitor; an API call
 * holds it from beginning to end, so that calls are atomic.
 */
final class World {
  private final FacebookSettings settings;
  private final Ids ids;
  private final Map<String, PageAccount> pages = new LinkedHashMap<>();
  private final Map<String, Token> tokens = new LinkedHashMap<>();
  private final Map<String, Author> people = new LinkedHashMap<>();
  private final Map<String, Content> contents = new LinkedHashMap<>();
  private final Map<String, Map<String, String>> reactions = new LinkedHashMap<>();
  private final Map<String, Chat> chats = new LinkedHashMap<>();
  private final Set<String> privatelyAnswered = new HashSet<>();

  World(FacebookSettings settings) {
    this.settings = settings;
    this.ids = new Ids(settings.seed());
  }

  Ids ids() {
    return ids;
  }

  Instant now() {
    return settings.clock().instant();
  }

  // Pages and tokens

  void add(Page page) {
    pages.put(page.id(), new PageAccount(page));
    put(new Token(page.accessToken(), page.id(), now(), Token.State.VALID));
  }

  Collection<PageAccount> pages() {
    return pages.values();
  }

  Optional<PageAccount> page(String id) {
    return Optional.ofNullable(pages.get(id));
  }

  void put(Token token) {
    tokens.put(token.value(), token);
  }

  Optional<Token> token(String value) {
    return Optional.ofNullable(tokens.get(value));
  }

  List<Token> tokensOf(String pageId) {
    return tokens.values().stream().filter(token -> token.pageId().equals(pageId)).toList();
  }

  // People

  /** The person of this name as that page sees them; page-scoped ids differ from page to page. */
  Author person(String name, String pageId) {
    return people.computeIfAbsent(pageId + "/" + name, key -> new Author(ids.number(), name));
  }

  Optional<Author> personById(String id) {
    return people.values().stream().filter(person -> person.id().equals(id)).findFirst();
  }

  // Posts, comments, reviews

  void put(Content content) {
    contents.put(content.id(), content);
  }

  Optional<Content> content(String id) {
    return Optional.ofNullable(contents.get(id));
  }

  /** Removes it and all that stands below it. */
  void remove(Content content) {
    contents.remove(content.id());
    List<Comment> below =
        contents.values().stream()
            .filter(Comment.class::isInstance)
            .map(Comment.class::cast)
            .filter(one -> one.parentId().equals(content.id()))
            .toList();
    below.forEach(this::remove);
  }

  /** Everything of one kind, oldest first. */
  <T extends Content> List<T> all(Class<T> kind) {
    return contents.values().stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  /** The comments that answer this very object, oldest first. */
  List<Comment> commentsOn(String id) {
    return all(Comment.class).stream().filter(comment -> comment.parentId().equals(id)).toList();
  }

  /** All comments below a post or review, replies included, oldest first. */
  List<Comment> thread(String rootId) {
    return all(Comment.class).stream().filter(comment -> comment.rootId().equals(rootId)).toList();
  }

  /** Who reacted how, by the person's id. */
  Map<String, String> reactions(String contentId) {
    return reactions.computeIfAbsent(contentId, key -> new LinkedHashMap<>());
  }

  /** Notes a private reply to this post or comment; false when there was one before. */
  boolean answerPrivately(String contentId) {
    return privatelyAnswered.add(contentId);
  }

  boolean isPrivatelyAnswered(String contentId) {
    return privatelyAnswered.contains(contentId);
  }

  // Messenger

  Chat chat(String pageId, Author customer) {
    return chats.computeIfAbsent(
        pageId + "/" + customer.id(), key -> new Chat(ids.conversation(), pageId, customer));
  }

  Optional<Chat> existingChat(String pageId, String customerId) {
    return Optional.ofNullable(chats.get(pageId + "/" + customerId));
  }

  Collection<Chat> chats() {
    return chats.values();
  }
}
