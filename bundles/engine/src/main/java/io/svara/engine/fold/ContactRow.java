package io.svara.engine.fold;

import io.svara.engine.desk.Contacts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A contact as it is stored in the view.
 *
 * @param mergedInto the contact that this one became a part of
 */
public record ContactRow(
    String id,
    List<Contacts.HandleOf> handles,
    List<String> merged,
    Optional<String> mergedInto,
    Instant firstSeen,
    Instant lastSeen) {

  static ContactRow first(String id, Contacts.HandleOf handle, Instant at) {
    return new ContactRow(id, List.of(handle), List.of(), Optional.empty(), at, at);
  }

  /** The best name that any platform told. */
  public String name() {
    return handles.stream()
        .map(Contacts.HandleOf::name)
        .filter(n -> !n.isBlank())
        .findFirst()
        .orElse(handles.isEmpty() ? id : handles.get(0).platformId());
  }

  ContactRow seen(Contacts.HandleOf handle, Instant at) {
    List<Contacts.HandleOf> now = new ArrayList<>(handles);
    now.removeIf(
        h -> h.account().equals(handle.account()) && h.platformId().equals(handle.platformId()));
    now.add(0, handle);
    return new ContactRow(
        id, now, merged, mergedInto, firstSeen, at.isAfter(lastSeen) ? at : lastSeen);
  }

  ContactRow with(String other) {
    List<String> now = new ArrayList<>(merged);
    now.add(other);
    return new ContactRow(id, handles, now, mergedInto, firstSeen, lastSeen);
  }

  ContactRow without(String other) {
    return new ContactRow(
        id,
        handles,
        merged.stream().filter(m -> !m.equals(other)).toList(),
        mergedInto,
        firstSeen,
        lastSeen);
  }

  ContactRow into(Optional<String> other) {
    return new ContactRow(id, handles, merged, other, firstSeen, lastSeen);
  }
}
