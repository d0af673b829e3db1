/**
 * The way out: replies judged, queued, sent in order, and followed until it is known what became of
 * them.
 */
package io.svara.engine.outbox;
