/**
 * How anything is decided: read the folded state, add events, append them together, wait until they
 * show.
 */
package io.svara.engine.work;
