/** The vocabulary of the journal: what can happen, as records, and how they are written down. */
package io.svara.engine.event;
