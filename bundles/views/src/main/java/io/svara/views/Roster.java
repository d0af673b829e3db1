package io.svara.views;

import io.svara.engine.views.Projection;
import java.util.Collection;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The projections of one moment.
 *
 * @param version another one after every change
 * @param projections by name
 */
record Roster(long version, SortedMap<String, Projection> projections) {

  SortedMap<String, Integer> layouts() {
    SortedMap<String, Integer> layouts = new TreeMap<>();
    projections.forEach((name, projection) -> layouts.put(name, projection.layout()));
    return layouts;
  }

  Collection<Projection> all() {
    return projections.values();
  }
}
