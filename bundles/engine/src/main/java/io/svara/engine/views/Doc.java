package io.svara.engine.views;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the search index knows of one thing.
 *
 * @param kind such as {@code case} or {@code message}
 * @param id unique within the kind
 * @param parent the id of the thing that this is a part of: a message's case
 * @param terms exact values to filter by, several for one name allowed
 * @param numbers values to sort and cut by
 * @param text what full text search looks into; Swedish and English, analysed without stemming or
 *     stop words
 */
public record Doc(
    String kind,
    String id,
    Optional<String> parent,
    Map<String, Set<String>> terms,
    Map<String, Long> numbers,
    String text) {}
