package io.svara.gateway.events;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What is told of one entry: where to look, never what was said.
 *
 * @param event the kind of thing that it is about: {@code case}, {@code presence}, …
 * @param id for a case, its id
 * @param version for a case, its version after the entry
 * @param position of the entry
 * @param kind of the entry
 * @param name of the endpoint, account, channel or user
 */
@JsonPropertyOrder({"id", "version", "position", "kind", "name"})
record Notice(
    @JsonIgnore String event,
    Optional<String> id,
    OptionalLong version,
    long position,
    String kind,
    Optional<String> name) {
  static final String DELIVERY = "delivery";

  static Notice ofCase(String id, long version, long position, String kind) {
    return new Notice(
        "case", Optional.of(id), OptionalLong.of(version), position, kind, Optional.empty());
  }

  static Notice named(String event, String name, long position, String kind) {
    return new Notice(
        event,
        Optional.empty(),
        OptionalLong.empty(),
        position,
        kind,
        Optional.of(name).filter(known -> !known.isEmpty()));
  }

  boolean isDelivery() {
    return event.equals(DELIVERY);
  }

  /** The same, told at a later position: so that positions never go back. */
  Notice at(long later) {
    return new Notice(event, id, version, later, kind, name);
  }
}
