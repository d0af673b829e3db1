/**
 * The views: what is folded from the journal, kept in MapDB (by key) and Lucene (by search). See
 * the README and decisions.md of this room. Nothing here is exported; the port is {@code
 * io.svara.engine.views}.
 */
package io.svara.views;
