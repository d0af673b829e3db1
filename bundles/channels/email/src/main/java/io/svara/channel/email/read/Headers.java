package io.svara.channel.email.read;

import io.svara.channel.email.mime.Part;
import java.util.List;
import java.util.Optional;

/** A mail's own header, by the fields that matter here. */
record Headers(Part root) {

  /** The fields of that name as they came, unfolded. */
  List<String> all(String name) {
    return root.header().stream()
        .filter(field -> field.name().equalsIgnoreCase(name))
        .map(field -> field.raw().strip())
        .toList();
  }

  /** The first of that name that has a value. */
  Optional<String> first(String name) {
    return all(name).stream().filter(value -> !value.isEmpty()).findFirst();
  }

  /** The ids in all fields of that name, in their order. */
  List<String> ids(String name) {
    return all(name).stream().flatMap(value -> Ids.in(value).stream()).distinct().toList();
  }
}
