package io.svara.journal.file;

/**
 * How far the journal reaches durably, at one moment.
 *
 * @param head position of the last durable entry; 0 when there is none
 * @param active the last segment; null when there is none yet
 * @param end offset behind the last durable record in it
 */
record Extent(long head, Segment active, long end) {}
