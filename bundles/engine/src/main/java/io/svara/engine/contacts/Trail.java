package io.svara.engine.contacts;

import io.svara.api.message.Visibility;
import io.svara.engine.event.Codec;
import io.svara.engine.event.Event;
import io.svara.engine.event.Kinds;
import io.svara.engine.fold.Keys;
import io.svara.engine.fold.State;
import io.svara.engine.journal.Entry;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Follows what is to be destroyed through the journal: from messages to their edits, their ghosts
 * and every raw delivery that tells of them; from a contact to what it wrote and what was said to
 * it. What leads on may stand behind what it leads to, so the journal is walked until a walk finds
 * nothing new.
 */
final class Trail {
  private final Codec codec;
  private final State state;
  private final Set<Long> named;
  private final Set<String> contacts;
  private final Set<Long> doomed = new TreeSet<>();
  private final Set<String> blobs = new TreeSet<>();
  private final Set<Long> deliveries = new HashSet<>();

  /** What the platform knows by an id: account and id of messages, and of our replies. */
  private final Set<String> items = new HashSet<>();

  private final Map<String, String> accountsOfReplies = new HashMap<>();
  private final Set<String> cases = new HashSet<>();

  /** Private conversations in which the contacts write, and those in which others do. */
  private final Set<String> talks = new HashSet<>();

  private final Set<String> talksOfOthers = new HashSet<>();
  private boolean walkedOnce;
  private boolean foundMore;

  /**
   * @param named positions of entries
   * @param contacts with all that were merged into them
   */
  Trail(Codec codec, State state, Set<Long> named, Set<String> contacts) {
    this.codec = codec;
    this.state = state;
    this.named = named;
    this.contacts = contacts;
  }

  /** To be shown every entry of the journal in each walk. */
  void follow(Entry entry) {
    boolean raw =
        deliveries.contains(entry.position())
            || (entry.kind().equals(Kinds.ANSWERED)
                && deliveries.contains(entry.cause().orElse(-1)));
    if (raw || named.contains(entry.position())) {
      note(doomed, entry.position());
    }
    codec.event(entry).ifPresent(event -> follow(entry, event));
  }

  /** Ends a walk; whether another one may find more. */
  boolean again() {
    boolean again = foundMore || !walkedOnce;
    walkedOnce = true;
    foundMore = false;
    return again;
  }

  /** The positions found so far. */
  Set<Long> doomed() {
    return Collections.unmodifiableSet(doomed);
  }

  /** The keys of blobs that what was found so far names. */
  Set<String> blobs() {
    return Collections.unmodifiableSet(blobs);
  }

  private <T> void note(Set<T> found, T one) {
    foundMore |= found.add(one);
  }

  private void follow(Entry entry, Event event) {
    learn(event);
    if (doomed.contains(entry.position()) || concerned(event)) {
      note(doomed, entry.position());
      leadOn(entry, event);
    }
  }

  /** Who writes where, and which deliveries tell of what. */
  private void learn(Event event) {
    if (event instanceof Event.CaseOpened opened && contacts.contains(opened.contact())) {
      note(cases, opened.caseId());
    } else if (event instanceof Event.MessageReceived m
        && !m.own()
        && m.visibility() == Visibility.PRIVATE) {
      note(wrote(m) ? talks : talksOfOthers, Keys.of(m.account(), m.thread()));
    } else if (event instanceof Event.DeliveryRead read
        && read.items().stream()
            .anyMatch(i -> i.account().isPresent() && known(i.account().get(), i.platformId()))) {
      note(deliveries, read.delivery());
    }
  }

  private boolean concerned(Event event) {
    if (event instanceof Event.ContactSeen seen) {
      return contacts.contains(seen.contact());
    } else if (event instanceof Event.MessageReceived m) {
      return known(m.account(), Optional.of(m.platformId())) || (m.own() ? saidTo(m) : wrote(m));
    } else if (event instanceof Event.MessageEdited m) {
      return known(m.account(), Optional.of(m.platformId()));
    } else if (event instanceof Event.MessageUndelivered m) {
      return known(m.account(), Optional.of(m.platformId()));
    } else if (event instanceof Event.ContactUnreachable c) {
      return contacts.contains(c.contact());
    } else if (event instanceof Event.FileKept f) {
      return blobs.contains(f.file());
    } else if (event instanceof Event.GhostKept g) {
      return known(g.account(), Optional.of(g.platformId()))
          || theirs(g.account(), g.authorId(), Optional.empty())
          || g.thread().filter(t -> talks.contains(Keys.of(g.account(), t))).isPresent();
    } else if (event instanceof Event.ReplyDrafted r) {
      return theirs(r.account(), r.recipient(), Optional.empty())
          || addressed(r)
          || (!contacts.isEmpty() && known(r.account(), r.replyTo()));
    } else if (event instanceof Event.ReplyMoved r) {
      return accountsOfReplies.containsKey(r.reply());
    }
    return event instanceof Event.NoteWritten n && cases.contains(n.caseId());
  }

  private void leadOn(Entry entry, Event event) {
    if (event instanceof Event.MessageReceived m) {
      note(items, Keys.of(m.account(), m.platformId()));
      m.letter().flatMap(Event.Post::html).ifPresent(blobs::add);
      blobs(m.attachments());
    } else if (event instanceof Event.MessageEdited m) {
      blobs(m.attachments());
    } else if (event instanceof Event.GhostKept g) {
      note(items, Keys.of(g.account(), g.platformId()));
    } else if (event instanceof Event.ReplyDrafted r) {
      foundMore |= accountsOfReplies.put(r.reply(), r.account()) == null;
      blobs(r.files());
    } else if (event instanceof Event.ReplyMoved r && accountsOfReplies.containsKey(r.reply())) {
      r.platformId().ifPresent(id -> note(items, Keys.of(accountsOfReplies.get(r.reply()), id)));
    }
    if (entry.kind().startsWith("message.") || entry.kind().equals("ghost.kept")) {
      entry.cause().ifPresent(delivery -> note(deliveries, delivery));
    }
  }

  private void blobs(List<Event.Piece> pieces) {
    pieces.stream()
        .flatMap(piece -> piece.blob().stream())
        .map(Event.Blob::key)
        .forEach(key -> note(blobs, key));
  }

  private boolean known(String account, Optional<String> platformId) {
    return platformId.filter(id -> items.contains(Keys.of(account, id))).isPresent();
  }

  private boolean addressed(Event.ReplyDrafted r) {
    return r.addressing().stream()
        .flatMap(a -> Stream.of(a.to(), a.copies(), a.hiddenCopies()))
        .flatMap(List::stream)
        .anyMatch(
            reader ->
                theirs(
                    r.account(), Optional.of(reader.toLowerCase(Locale.ROOT)), Optional.empty()));
  }

  private boolean wrote(Event.MessageReceived m) {
    return theirs(m.account(), Optional.of(m.authorId()), Optional.of(m.contact()));
  }

  /**
   * Whether the handle is one of the contacts'. The handle decides, since a message that came while
   * contacts were merged by mistake names the wrong one for good.
   *
   * @param told the contact to go by when nobody is known to have the handle
   */
  private boolean theirs(String account, Optional<String> handle, Optional<String> told) {
    return handle
        .flatMap(id -> state.contactOf(account, id))
        .or(() -> told)
        .filter(contacts::contains)
        .isPresent();
  }

  /**
   * Whether what we wrote on the platform itself was said to the contacts. The event names the
   * case's contact, who need not be the one: others write in the case too.
   */
  private boolean saidTo(Event.MessageReceived m) {
    if (contacts.isEmpty()) {
      return false;
    }
    if (m.visibility() == Visibility.PRIVATE) {
      String talk = Keys.of(m.account(), m.thread());
      boolean nobodyElses = walkedOnce && !talksOfOthers.contains(talk);
      return talks.contains(talk) || (nobodyElses && contacts.contains(m.contact()));
    }
    return m.replyTo().isPresent()
        ? known(m.account(), m.replyTo())
        : contacts.contains(m.contact());
  }
}
