package io.svara.testing.platforms.facebook;

import java.time.Instant;
import java.util.function.Consumer;

/** What happens in public on pages; each act changes the world and causes its webhook. */
final class Feed {
  private final World world;
  private final Webhooks webhooks;
  private final Consumer<Comment> pageCommented;

  Feed(World world, Webhooks webhooks, Consumer<Comment> pageCommented) {
    this.world = world;
    this.webhooks = webhooks;
    this.pageCommented = pageCommented;
  }

  Post post(String pageId, Post.Kind kind, Author from, String text, String link) {
    synchronized (world) {
      requireWelcome(pageId, from);
      Instant now = world.now();
      Post post =
          new Post(
              pageId + "_" + world.ids().number(), pageId, kind, from, text, link, now, now, false);
      world.put(post);
      webhooks.change(pageId, "feed", FeedEvents.post(post, "add", now));
      return post;
    }
  }

  Comment comment(Content below, Author from, String text) {
    synchronized (world) {
      Content parent = existing(below);
      requireWelcome(parent.pageId(), from);
      String root = parent.rootId();
      String id = root.substring(root.indexOf('_') + 1) + "_" + world.ids().number();
      Comment comment =
          new Comment(id, parent.pageId(), root, parent.id(), from, text, world.now(), false);
      world.put(comment);
      tell(comment, "add", comment.created());
      if (from.id().equals(comment.pageId())) {
        pageCommented.accept(comment);
      }
      return comment;
    }
  }

  Review review(String pageId, Author from, int stars, boolean recommends, String text) {
    synchronized (world) {
      Review review =
          new Review(world.ids().number(), pageId, from, stars, recommends, text, world.now());
      world.put(review);
      tell(review, "add", review.created());
      return review;
    }
  }

  /** Gives it another text; its id stays. */
  Content edit(Content content, String text) {
    synchronized (world) {
      Content old = existing(content);
      Content edited;
      if (old instanceof Post post) {
        edited = post.edited(text, world.now());
      } else if (old instanceof Comment comment) {
        edited = comment.edited(text);
      } else {
        edited = ((Review) old).edited(text);
      }
      world.put(edited);
      tell(edited, edited instanceof Review ? "edit" : "edited", world.now());
      return edited;
    }
  }

  void remove(Content content) {
    synchronized (world) {
      Content old = existing(content);
      tell(old, "remove", world.now());
      world.remove(old);
    }
  }

  /** Hides or shows a post or comment; nothing happens when it is so already. */
  void hide(Content content, boolean hide) {
    synchronized (world) {
      Content old = existing(content);
      if (old instanceof Post post && post.hidden() != hide) {
        world.put(post.hidden(hide));
        tell(post, hide ? "hide" : "unhide", world.now());
      } else if (old instanceof Comment comment && comment.hidden() != hide) {
        world.put(comment.hidden(hide));
        tell(comment, hide ? "hide" : "unhide", world.now());
      }
    }
  }

  void like(Content target, Author by) {
    synchronized (world) {
      world.reactions(target.id()).put(by.id(), "like");
      webhooks.change(
          target.pageId(),
          field(target),
          FeedEvents.like(existing(target), by, "add", world.now()));
    }
  }

  /** Reacts, or changes an earlier reaction. */
  void react(Content target, Author by, String type) {
    synchronized (world) {
      String verb = world.reactions(target.id()).put(by.id(), type) == null ? "add" : "edit";
      webhooks.change(
          target.pageId(),
          field(target),
          FeedEvents.reaction(existing(target), by, type, verb, world.now()));
    }
  }

  void mention(String pageId, Author by, String text) {
    synchronized (world) {
      String postId = by.id() + "_" + world.ids().number();
      webhooks.change(pageId, "mention", FeedEvents.mention(postId, text, world.now()));
    }
  }

  private void requireWelcome(String pageId, Author from) {
    if (world.page(pageId).orElseThrow().blockedPeople().contains(from.id())) {
      throw new IllegalStateException(
          from.name() + " is blocked by the page and cannot write there: unblock them first.");
    }
  }

  private Content existing(Content content) {
    return world
        .content(content.id())
        .orElseThrow(
            () ->
                new IllegalStateException(
                    content.id()
                        + " is not there any more: it was removed, so nothing can be done with it."));
  }

  private void tell(Content content, String verb, Instant when) {
    if (content instanceof Post post) {
      webhooks.change(post.pageId(), "feed", FeedEvents.post(post, verb, when));
    } else if (content instanceof Review review) {
      webhooks.change(review.pageId(), "ratings", FeedEvents.review(review, verb, when));
    } else {
      tellOfComment((Comment) content, verb, when);
    }
  }

  private void tellOfComment(Comment comment, String verb, Instant when) {
    Content root = world.content(comment.rootId()).orElseThrow();
    if (root instanceof Review review) {
      webhooks.change(
          comment.pageId(), "ratings", FeedEvents.reviewComment(comment, review, verb, when));
    } else {
      webhooks.change(
          comment.pageId(), "feed", FeedEvents.comment(comment, (Post) root, verb, when));
    }
  }

  private String field(Content target) {
    return world.content(target.rootId()).filter(Review.class::isInstance).isPresent()
        ? "ratings"
        : "feed";
  }
}
