package io.svara.views;

import io.svara.engine.views.Views.Phase;
import java.util.Optional;

/**
 * What the fold thread says of itself.
 *
 * @param folded the last entry folded by the generation that the phase speaks of
 */
record Standing(Phase phase, long folded, Optional<String> trouble) {}
