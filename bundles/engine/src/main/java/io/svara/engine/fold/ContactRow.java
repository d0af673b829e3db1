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
 * @param unreachable handles at which nothing arrives, until they write again
 */
public record ContactRow(
    String id,
    List<Contacts.HandleOf> handles,
    List<String> merged,
    Optional<String> mergedInto,
    Instant firstSeen,
    Instant lastSeen,
    List<Contacts.Unreachable> unreachable) {
  public ContactRow {
    unreachable = unreachable == null ? List.of() : List.copyOf(unreachable);
  }

  static ContactRow first(String id, Contacts.HandleOf handle, Instant at) {
    return new ContactRow(id, List.of(handle), List.of(), Optional.empty(), at, at, List.of());
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
        id, now, merged, mergedInto, firstSeen, at.isAfter(lastSeen) ? at : lastSeen, unreachable);
  }

  ContactRow with(String other) {
    List<String> now = new ArrayList<>(merged);
    now.add(other);
    return new ContactRow(id, handles, now, mergedInto, firstSeen, lastSeen, unreachable);
  }

  ContactRow without(String other) {
    return new ContactRow(
        id,
        handles,
        merged.stream().filter(m -> !m.equals(other)).toList(),
        mergedInto,
        firstSeen,
        lastSeen,
        unreachable);
  }

  ContactRow into(Optional<String> other) {
    return new ContactRow(id, handles, merged, other, firstSeen, lastSeen, unreachable);
  }

  ContactRow unreachable(Contacts.Unreachable news) {
    List<Contacts.Unreachable> now = new ArrayList<>(others(news.account(), news.platformId()));
    now.add(news);
    return new ContactRow(id, handles, merged, mergedInto, firstSeen, lastSeen, now);
  }

  /** Who writes can be reached. */
  ContactRow reachable(String account, String platformId) {
    List<Contacts.Unreachable> now = others(account, platformId);
    return new ContactRow(id, handles, merged, mergedInto, firstSeen, lastSeen, now);
  }

  /** Whether nothing arrives at this handle. */
  public boolean isUnreachable(String account, String platformId) {
    return others(account, platformId).size() < unreachable.size();
  }

  private List<Contacts.Unreachable> others(String account, String platformId) {
    return unreachable.stream()
        .filter(u -> !u.account().equals(account) || !u.platformId().equals(platformId))
        .toList();
  }
}
