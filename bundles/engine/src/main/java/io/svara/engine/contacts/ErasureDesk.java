package io.svara.engine.contacts;

import io.svara.engine.desk.Actor;
import io.svara.engine.desk.Erasure;
import io.svara.engine.desk.Refused;
import io.svara.engine.event.Event;
import io.svara.engine.event.Kinds;
import io.svara.engine.fold.ContactRow;
import io.svara.engine.fold.State;
import io.svara.engine.journal.Entry;
import io.svara.engine.journal.Journal;
import io.svara.engine.views.Views;
import io.svara.engine.work.Scribe;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Finds every entry that holds what is to be destroyed, and destroys it. The journal is read once
 * from end to end: an erasure is rare, and an entry that an index forgot would be a broken promise.
 */
@Component
public final class ErasureDesk implements Erasure {
  private static final int CHUNK = 1000;

  private final Scribe scribe;
  private final Journal journal;
  private final Views views;

  @Activate
  public ErasureDesk(@Reference Scribe scribe, @Reference Journal journal, @Reference Views views) {
    this.scribe = scribe;
    this.journal = journal;
    this.views = views;
  }

  @Override
  public int positions(Collection<Long> positions, String reason, Actor actor) {
    return erase(Set.copyOf(positions), Set.of(), reason, actor);
  }

  @Override
  public int messages(Collection<String> messages, String reason, Actor actor) {
    Set<Long> named = new HashSet<>();
    messages.forEach(id -> named.add(position(id)));
    return erase(named, Set.of(), reason, actor);
  }

  @Override
  public int contact(String contact, String reason, Actor actor) {
    return erase(Set.of(), parts(contact), reason, actor);
  }

  private int erase(Set<Long> named, Set<String> contacts, String reason, Actor actor) {
    if (reason.isBlank()) {
      throw Refused.invalid("Say in 'reason' why this is destroyed; the ledger keeps it.");
    }
    Set<Long> doomed = new TreeSet<>();
    Trail trail = new Trail(named, contacts);
    // The second pass finds what the first could not know yet: what refers to a later entry.
    for (int pass = 0; pass < 2; pass++) {
      everyEntry(entry -> trail.follow(entry, doomed));
    }
    if (doomed.isEmpty()) {
      throw Refused.notFound("Nothing of that name is in the journal; nothing was destroyed.");
    }
    int count = journal.redact(doomed, reason + " (" + actor.user() + ")");
    views.rebuild("erasure: " + reason);
    return count;
  }

  private static long position(String id) {
    try {
      return Long.parseLong(id);
    } catch (NumberFormatException e) {
      throw Refused.invalid("'" + id + "' is no message's id; ids are digits only.");
    }
  }

  private Set<String> parts(String contact) {
    State state = scribe.state();
    ContactRow row =
        state
            .contact(contact)
            .orElseThrow(() -> Refused.notFound("There is no contact " + contact + "."));
    Set<String> ids = new HashSet<>(Set.of(contact));
    row.merged().forEach(part -> ids.addAll(parts(part)));
    return ids;
  }

  private void everyEntry(java.util.function.Consumer<Entry> look) {
    long from = 1;
    while (true) {
      List<Entry> entries = journal.read(from, CHUNK);
      if (entries.isEmpty()) {
        return;
      }
      entries.forEach(look);
      from = entries.get(entries.size() - 1).position() + 1;
    }
  }

  /**
   * Follows what is to go through the journal: messages, their edits, their raw deliveries,
   * lookups, replies.
   */
  private final class Trail {
    private final Set<Long> named;
    private final Set<String> contacts;
    private final Set<String> platformIds = new HashSet<>();
    private final Set<String> cases = new HashSet<>();
    private final Set<Long> raw = new HashSet<>();

    Trail(Set<Long> named, Set<String> contacts) {
      this.named = named;
      this.contacts = contacts;
    }

    void follow(Entry entry, Set<Long> doomed) {
      if (named.contains(entry.position()) || raw.contains(entry.position())) {
        doom(entry, doomed);
      } else if (entry.kind().equals(Kinds.ANSWERED) && raw.contains(entry.cause().orElse(-1))) {
        doom(entry, doomed);
      }
      scribe.codec().event(entry).ifPresent(event -> follow(entry, event, doomed));
    }

    private void follow(Entry entry, Event event, Set<Long> doomed) {
      if (event instanceof Event.CaseOpened opened && contacts.contains(opened.contact())) {
        cases.add(opened.caseId());
      } else if (event instanceof Event.ContactSeen seen && contacts.contains(seen.contact())) {
        doom(entry, doomed);
      } else if (event instanceof Event.MessageReceived m
          && (doomed.contains(entry.position())
              || contacts.contains(m.contact())
              || cases.contains(m.caseId()))) {
        platformIds.add(m.account() + "|" + m.platformId());
        doom(entry, doomed);
      } else if (event instanceof Event.MessageEdited m
          && platformIds.contains(m.account() + "|" + m.platformId())) {
        doom(entry, doomed);
      } else if (event instanceof Event.GhostKept g
          && platformIds.contains(g.account() + "|" + g.platformId())) {
        doom(entry, doomed);
      } else if (event instanceof Event.ReplyDrafted r && cases.contains(r.caseId())) {
        doom(entry, doomed);
      } else if (event instanceof Event.NoteWritten n && cases.contains(n.caseId())) {
        doom(entry, doomed);
      }
    }

    private void doom(Entry entry, Set<Long> doomed) {
      doomed.add(entry.position());
      if (entry.kind().startsWith("message.") || entry.kind().equals("ghost.kept")) {
        entry.cause().ifPresent(raw::add);
      }
    }
  }
}
