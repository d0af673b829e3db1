package io.svara.engine.contacts;

import io.svara.engine.desk.Actor;
import io.svara.engine.desk.Contacts;
import io.svara.engine.desk.Page;
import io.svara.engine.desk.Refused;
import io.svara.engine.event.Event;
import io.svara.engine.fold.ContactRow;
import io.svara.engine.fold.State;
import io.svara.engine.views.Search;
import io.svara.engine.views.Views;
import io.svara.engine.work.Scribe;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Contacts for people. */
@Component
public final class ContactsDesk implements Contacts {
  private static final int MAX_PAGE = 200;

  private final Scribe scribe;
  private final Views views;

  @Activate
  public ContactsDesk(@Reference Scribe scribe, @Reference Views views) {
    this.scribe = scribe;
    this.views = views;
  }

  @Override
  public Page<Contact> find(Optional<String> q, int limit, Optional<String> cursor) {
    if (limit < 1 || limit > MAX_PAGE) {
      throw Refused.invalid("'limit' goes from 1 to " + MAX_PAGE + ", not " + limit + ".");
    }
    Search.Found found =
        views.search(
            new Search(
                "contact",
                Map.of("standing", Set.of("own")),
                q.filter(words -> !words.isBlank()),
                Optional.empty(),
                "seen",
                limit,
                cursor));
    return new Page<>(found.ids().stream().flatMap(id -> get(id).stream()).toList(), found.next());
  }

  @Override
  public Optional<Contact> get(String id) {
    State state = scribe.state();
    return state.contact(id).map(row -> shown(state, row));
  }

  private static Contact shown(State state, ContactRow row) {
    List<HandleOf> handles = new ArrayList<>();
    collect(state, row, handles);
    List<Unreachable> unreachable = new ArrayList<>(row.unreachable());
    row.merged().stream()
        .flatMap(id -> state.contact(id).stream())
        .forEach(part -> unreachable.addAll(part.unreachable()));
    return new Contact(
        row.id(), row.name(), handles, row.merged(), row.firstSeen(), row.lastSeen(), unreachable);
  }

  private static void collect(State state, ContactRow row, List<HandleOf> handles) {
    handles.addAll(row.handles());
    row.merged().forEach(id -> state.contact(id).ifPresent(part -> collect(state, part, handles)));
  }

  @Override
  public Contact merge(String id, String other, Actor actor) {
    scribe.write(
        work -> {
          ContactRow kept = own(work.state(), id);
          ContactRow gone = own(work.state(), other);
          if (kept.id().equals(gone.id())) {
            throw Refused.illegal("A contact cannot be merged with itself.");
          }
          work.expect("contact:" + other);
          work.add("contact:" + id, new Event.ContactMerged(id, other, actor.user()));
          return null;
        });
    return get(id).orElseThrow();
  }

  private static ContactRow own(State state, String id) {
    ContactRow row =
        state.contact(id).orElseThrow(() -> Refused.notFound("There is no contact " + id + "."));
    row.mergedInto()
        .ifPresent(
            into -> {
              throw Refused.illegal(
                  "Contact " + id + " is a part of contact " + into + " already.");
            });
    return row;
  }

  @Override
  public Contact unmerge(String id, String other, Actor actor) {
    scribe.write(
        work -> {
          ContactRow kept = own(work.state(), id);
          if (!kept.merged().contains(other)) {
            throw Refused.illegal("Contact " + other + " was not merged into " + id + ".");
          }
          work.add("contact:" + id, new Event.ContactReleased(id, other, actor.user()));
          return null;
        });
    return get(id).orElseThrow();
  }
}
