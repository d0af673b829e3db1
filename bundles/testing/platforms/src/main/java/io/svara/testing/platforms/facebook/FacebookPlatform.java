package io.svara.testing.platforms.facebook;

import io.svara.testing.platforms.Answer;
import io.svara.testing.platforms.Call;
import io.svara.testing.platforms.FakeServer;
import io.svara.testing.platforms.Fault;
import io.svara.testing.platforms.Faults;
import io.svara.testing.platforms.PlatformClock;
import io.svara.testing.platforms.RecordedRequest;
import io.svara.testing.platforms.Signature;
import io.svara.testing.platforms.WebhookSender;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A fake Facebook: pages, their feeds, ratings and Messenger conversations in memory, the Graph API
 * on loopback, signed webhooks to one callback. Thread-safe; closing it stops the server and all
 * threads.
 *
 * <p>Untested against the vendor: it follows Meta's documents, see {@code decisions.md} for what
 * they leave open.
 */
public final class FacebookPlatform implements AutoCloseable {
  private final FacebookSettings settings;
  private final World world;
  private final Faults faults = new Faults();
  private final Usage usage;
  private final WebhookSender sender;
  private final Webhooks webhooks;
  private final Feed feed;
  private final Messenger messenger;
  private final FakeServer server;
  private final GraphApi graph;
  private final Control control = new Control(this);
  private final List<PageListener> listeners = new CopyOnWriteArrayList<>();

  private FacebookPlatform(FacebookSettings settings) {
    this.settings = settings;
    this.world = new World(settings);
    this.usage = new Usage(settings.clock());
    this.sender =
        new WebhookSender(
            settings.clock(), this::signatures, settings.backoff(), settings.webhookTimeout());
    this.webhooks = new Webhooks(world, sender);
    this.feed =
        new Feed(world, webhooks, comment -> listeners.forEach(one -> one.commented(comment)));
    this.messenger =
        new Messenger(
            world,
            webhooks,
            settings.appId(),
            (chat, message) -> listeners.forEach(one -> one.messaged(chat, message)));
    this.server =
        new FakeServer(settings.port(), settings.clock(), faults, this::api, this::control);
    this.graph = new GraphApi(world, settings, usage, feed, messenger, baseUrl().toString());
  }

  /** Starts a platform that listens at once. */
  public static FacebookPlatform start(FacebookSettings settings) {
    FacebookPlatform platform = new FacebookPlatform(settings);
    platform.server.start();
    return platform;
  }

  /** Starts the platform by hand; see README.md for the arguments. */
  public static void main(String[] arguments) throws InterruptedException {
    CommandLine.parse(arguments).run();
  }

  /** What a connector takes for {@code https://graph.facebook.com}, without a slash at the end. */
  public URI baseUrl() {
    return server.address();
  }

  public FacebookSettings settings() {
    return settings;
  }

  public PlatformClock clock() {
    return settings.clock();
  }

  /** Makes a page with an id and a token of the platform's choice. */
  public Page page(String name) {
    synchronized (world) {
      return page(world.ids().number(), name, world.ids().token());
    }
  }

  /**
   * Makes a page with a given id and token, so that a connector can be configured before the
   * platform runs.
   */
  public Page page(String id, String name, String accessToken) {
    synchronized (world) {
      Page page = new Page(id, name, accessToken);
      world.add(page);
      return page;
    }
  }

  /** The person of this name; always the same one for the same name. */
  public Customer customer(String name) {
    return new Customer(name, world, feed, messenger);
  }

  // The page itself at work, outside the API

  /** The page writes a status on its own wall. */
  public Post pagePosts(Page page, String text) {
    return feed.post(page.id(), Post.Kind.STATUS, page.asAuthor(), text, null);
  }

  /** The page publishes a photo. */
  public Post pagePostsPhoto(Page page, String text, URI photo) {
    return feed.post(page.id(), Post.Kind.PHOTO, page.asAuthor(), text, photo.toString());
  }

  /** Somebody of the page comments in Facebook's own page inbox. */
  public Comment pageComments(Page page, Content below, String text) {
    return feed.comment(below, page.asAuthor(), text);
  }

  /** Somebody of the page writes in Facebook's own inbox: the echo names no app. */
  public PrivateMessage pageMessages(Page page, Customer customer, String text) {
    return messenger.pageWrites(page.id(), customer.on(page), text, "", "", false);
  }

  // Webhooks

  /**
   * Asks the callback whether it knows the verify token, and posts webhooks there if so; those that
   * came up before go first.
   *
   * @return whether the callback answered the challenge
   */
  public boolean subscribe(URI callback) {
    boolean verified =
        Handshake.passes(callback, settings.verifyToken(), settings.webhookTimeout());
    if (verified) {
      sender.callback(callback);
    }
    return verified;
  }

  /**
   * The sender of webhooks: its log, retries, duplicates, reordering; {@code callback} sets an
   * address unasked.
   */
  public WebhookSender webhooks() {
    return sender;
  }

  /**
   * Sends all webhooks that {@code actions} cause in one post, with as many entries and changes as
   * it takes.
   */
  public void inOnePost(Runnable actions) {
    synchronized (world) {
      webhooks.inOnePost(actions);
    }
  }

  /** The signature headers for a webhook body, for tests that post by themselves. */
  public Map<String, String> signatures(byte[] body) {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("X-Hub-Signature", "sha1=" + Signature.HMAC_SHA1.hex(settings.appSecret(), body));
    headers.put(
        "X-Hub-Signature-256", "sha256=" + Signature.HMAC_SHA256.hex(settings.appSecret(), body));
    return headers;
  }

  // Faults

  /** Faults of API calls. */
  public Faults faults() {
    return faults;
  }

  /** A fault that refuses a call with one of Meta's errors, without effect. */
  public Fault refusal(GraphError error) {
    synchronized (world) {
      return new Fault.Refuse(error.answer(world.ids().trace()));
    }
  }

  /** All tokens of the page expire (190, subcode 463). */
  public void expireToken(Page page) {
    synchronized (world) {
      world.tokensOf(page.id()).forEach(token -> world.put(token.in(Token.State.EXPIRED)));
    }
  }

  /** All tokens of the page are made invalid, as by a change of password (190, subcode 460). */
  public void invalidateToken(Page page) {
    synchronized (world) {
      world.tokensOf(page.id()).forEach(token -> world.put(token.in(Token.State.INVALIDATED)));
    }
  }

  /** Gives the page a new token beside those it has. */
  public String renewToken(Page page) {
    synchronized (world) {
      Token token = new Token(world.ids().token(), page.id(), world.now(), Token.State.VALID);
      world.put(token);
      return token.value();
    }
  }

  /** Lets the app make so many calls an hour; then error 4. */
  public void limitAppTo(int callsAnHour) {
    usage.limitAppTo(callsAnHour);
  }

  /** Lets each page's token make so many calls an hour; then error 32, or 613 from the Send API. */
  public void limitPagesTo(int callsAnHour) {
    usage.limitPagesTo(callsAnHour);
  }

  // What stands on the platform

  public List<Page> pages() {
    synchronized (world) {
      return world.pages().stream().map(PageAccount::page).toList();
    }
  }

  /** The posts on a page's feed, oldest first. */
  public List<Post> posts(Page page) {
    synchronized (world) {
      return world.all(Post.class).stream()
          .filter(post -> post.pageId().equals(page.id()))
          .toList();
    }
  }

  /** The ratings and recommendations of a page, oldest first. */
  public List<Review> reviews(Page page) {
    synchronized (world) {
      return world.all(Review.class).stream()
          .filter(review -> review.pageId().equals(page.id()))
          .toList();
    }
  }

  /** The comments that answer this very post, review or comment, oldest first. */
  public List<Comment> comments(String postOrCommentId) {
    synchronized (world) {
      return world.commentsOn(postOrCommentId);
    }
  }

  /** A post, comment or review as it stands now; empty when it was removed or never was. */
  public Optional<Content> content(String id) {
    synchronized (world) {
      return world.content(id);
    }
  }

  /** How often people reacted to it, likes included. */
  public int reactions(String id) {
    synchronized (world) {
      return world.reactions(id).size();
    }
  }

  /** What page and person wrote to each other, oldest first; without messages when nobody wrote. */
  public Conversation conversation(Page page, Customer customer) {
    synchronized (world) {
      Author person = customer.on(page);
      return world
          .existingChat(page.id(), person.id())
          .map(Chat::snapshot)
          .orElseGet(() -> new Conversation("", page.id(), person, List.of()));
    }
  }

  /** All conversations of a page, oldest first. */
  public List<Conversation> conversations(Page page) {
    synchronized (world) {
      return world.chats().stream()
          .filter(chat -> chat.pageId().equals(page.id()) && !chat.messages().isEmpty())
          .map(Chat::snapshot)
          .toList();
    }
  }

  /** The API calls so far, oldest first. */
  public List<RecordedRequest> requests() {
    return server.requests();
  }

  /** Tells {@code listener} of what pages write. */
  public void listen(PageListener listener) {
    listeners.add(listener);
  }

  @Override
  public void close() {
    sender.close();
    server.close();
  }

  private Answer api(Call call) {
    return graph.answer(call);
  }

  private Answer control(Call call) {
    return control.answer(call);
  }
}
