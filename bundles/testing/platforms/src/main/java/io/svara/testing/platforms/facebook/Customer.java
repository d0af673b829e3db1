package io.svara.testing.platforms.facebook;

/**
 * A person who uses pages; what they do changes the platform's state and causes the webhooks that
 * the real platform would send. Got from {@link FacebookPlatform#customer}; thread-safe.
 */
public final class Customer {
  private final String name;
  private final World world;
  private final Feed feed;
  private final Messenger messenger;

  Customer(String name, World world, Feed feed, Messenger messenger) {
    this.name = name;
    this.world = world;
    this.feed = feed;
    this.messenger = messenger;
  }

  public String name() {
    return name;
  }

  /** This person as that page sees them: page-scoped ids differ from page to page. */
  public Author on(Page page) {
    return at(page.id());
  }

  /** Writes a post on the page's wall. */
  public Post writesPost(Page page, String text) {
    return feed.post(page.id(), Post.Kind.POST, at(page.id()), text, null);
  }

  /** Comments on a post or review. */
  public Comment comments(Content content, String text) {
    return feed.comment(content, at(content.pageId()), text);
  }

  /** Answers a comment. */
  public Comment repliesTo(Comment comment, String text) {
    return comments(comment, text);
  }

  /** Gives what they wrote another text. */
  public Content edits(Content content, String text) {
    return feed.edit(content, text);
  }

  /** Takes away what they wrote, and all below it. */
  public void removes(Content content) {
    feed.remove(content);
  }

  public void likes(Content content) {
    feed.like(content, at(content.pageId()));
  }

  /**
   * Reacts, or changes an earlier reaction.
   *
   * @param type as Meta writes it: like, love, haha, wow, sad, angry, care
   */
  public void reacts(Content content, String type) {
    feed.react(content, at(content.pageId()), type);
  }

  /** Rates the page with one to five stars. */
  public Review rates(Page page, int stars, String text) {
    return feed.review(page.id(), at(page.id()), stars, stars >= 3, text);
  }

  /** Recommends the page, or warns of it. */
  public Review recommends(Page page, boolean yes, String text) {
    return feed.review(page.id(), at(page.id()), 0, yes, text);
  }

  /** Writes the page's name into a post on a wall of their own. */
  public void mentions(Page page, String text) {
    feed.mention(page.id(), at(page.id()), text);
  }

  /** Writes to the page in Messenger. */
  public PrivateMessage messages(Page page, String text) {
    return messenger.customerWrites(page.id(), at(page.id()), text);
  }

  /** Gives a Messenger message another text. */
  public void edits(Page page, PrivateMessage message, String text) {
    messenger.customerEdits(page.id(), at(page.id()), message, text);
  }

  /** Takes a Messenger message back. */
  public void unsends(Page page, PrivateMessage message) {
    messenger.customerUnsends(page.id(), at(page.id()), message);
  }

  /** Has seen all that the page wrote so far. */
  public void reads(Page page) {
    messenger.customerReads(page.id(), at(page.id()));
  }

  /** Wants no more Messenger messages from the page. */
  public void blocks(Page page) {
    synchronized (world) {
      world.chat(page.id(), at(page.id())).blockPage(true);
    }
  }

  private Author at(String pageId) {
    synchronized (world) {
      return world.person(name, pageId);
    }
  }
}
