package io.svara.journal.file;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What a start found on the disk.
 *
 * @param journal the identity
 * @param segments in order
 * @param extent up to where entries can be read
 * @param unproven offset in the active segment from which on nothing proves that it was ever forced
 * @param unborn whether a later segment was being created when the process ended
 * @param revisions of the streams, up to the extent
 * @param damage why nothing may be appended; empty when all is sound
 */
record Recovered(
    UUID journal,
    List<Segment> segments,
    Extent extent,
    long unproven,
    boolean unborn,
    StreamRevisions revisions,
    Optional<String> damage) {}
