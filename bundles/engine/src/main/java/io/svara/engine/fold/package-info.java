/**
 * Folds the journal into cases, contacts, deliveries and presence: pure functions from an entry to
 * rows.
 */
package io.svara.engine.fold;
