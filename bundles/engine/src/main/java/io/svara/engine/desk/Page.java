package io.svara.engine.desk;

import java.util.List;
import java.util.Optional;

/**
 * Some of many.
 *
 * @param next the cursor of the next page; empty on the last
 */
public record Page<T>(List<T> items, Optional<String> next) {}
