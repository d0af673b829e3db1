package io.svara.engine.fold;

import io.svara.engine.desk.Contacts;
import io.svara.engine.event.Event;
import io.svara.engine.journal.Entry;
import java.util.Optional;

/** Contacts and their handles. */
final class ContactFold extends Fold {
  ContactFold() {
    on(Event.ContactSeen.class, this::seen);
    on(Event.ContactUnreachable.class, (entry, e, b) -> unreachable(e, b));
    on(Event.ContactMerged.class, (entry, e, b) -> merged(e, b));
    on(Event.ContactReleased.class, (entry, e, b) -> released(e, b));
  }

  private void seen(Entry entry, Event.ContactSeen e, Brush b) {
    Contacts.HandleOf handle =
        new Contacts.HandleOf(e.channel(), e.account(), e.platformId(), e.name().orElse(""));
    b.save(
        b.state()
            .contact(e.contact())
            .map(c -> c.seen(handle, e.at()).reachable(e.account(), e.platformId()))
            .orElseGet(() -> ContactRow.first(e.contact(), handle, e.at())));
    b.name(Keys.HANDLE, Keys.of(e.account(), e.platformId()), e.contact());
  }

  private static void unreachable(Event.ContactUnreachable e, Brush b) {
    Contacts.Unreachable news =
        new Contacts.Unreachable(e.account(), e.platformId(), e.reason(), e.at());
    b.state().contact(e.contact()).ifPresent(c -> b.save(c.unreachable(news)));
  }

  private static void merged(Event.ContactMerged e, Brush b) {
    b.state().contact(e.contact()).ifPresent(c -> b.save(c.with(e.other())));
    b.state().contact(e.other()).ifPresent(c -> b.save(c.into(Optional.of(e.contact()))));
  }

  private static void released(Event.ContactReleased e, Brush b) {
    b.state().contact(e.contact()).ifPresent(c -> b.save(c.without(e.other())));
    b.state().contact(e.other()).ifPresent(c -> b.save(c.into(Optional.empty())));
  }
}
