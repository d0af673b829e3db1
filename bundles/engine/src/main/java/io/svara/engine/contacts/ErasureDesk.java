package io.svara.engine.contacts;

import io.svara.engine.desk.Actor;
import io.svara.engine.desk.Erasure;
import io.svara.engine.desk.Refused;
import io.svara.engine.fold.ContactRow;
import io.svara.engine.fold.State;
import io.svara.engine.journal.Blobs;
import io.svara.engine.journal.Entry;
import io.svara.engine.journal.Journal;
import io.svara.engine.journal.JournalUnavailable;
import io.svara.engine.work.Scribe;
import java.io.IOException;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Finds every entry that holds what is to be destroyed, and destroys it. The journal is read from
 * end to end: an erasure is rare, and an entry that an index forgot would be a broken promise. The
 * views see by the journal's count of erasures that they must be folded anew.
 */
@Component
public final class ErasureDesk implements Erasure {
  private static final int CHUNK = 1000;

  private final Scribe scribe;
  private final Journal journal;
  private final Blobs blobs;

  @Activate
  public ErasureDesk(@Reference Scribe scribe, @Reference Journal journal, @Reference Blobs blobs) {
    this.scribe = scribe;
    this.journal = journal;
    this.blobs = blobs;
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
    scribe.awaitCaughtUp();
    return erase(Set.of(), parts(contact), reason, actor);
  }

  private int erase(Set<Long> named, Set<String> contacts, String reason, Actor actor) {
    if (reason.isBlank()) {
      throw Refused.invalid("Say in 'reason' why this is destroyed; the ledger keeps it.");
    }
    Trail trail = new Trail(scribe.codec(), scribe.state(), named, contacts);
    do {
      everyEntry(trail::follow);
    } while (trail.again());
    if (trail.doomed().isEmpty()) {
      throw Refused.notFound("Nothing of that name is in the journal; nothing was destroyed.");
    }
    String why = reason + " (" + actor.user() + ")";
    // The bytes first: once the entries are gone nothing names them any more.
    for (String key : trail.blobs()) {
      destroy(key, why);
    }
    return journal.redact(trail.doomed(), why);
  }

  private void destroy(String blob, String why) {
    try {
      blobs.destroy(blob, why);
    } catch (IOException e) {
      throw new JournalUnavailable(
          "The bytes of an attachment could not be destroyed ("
              + e.getMessage()
              + "), so nothing else was; mend the disk and ask again.",
          e);
    }
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

  private void everyEntry(Consumer<Entry> look) {
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
}
