/** Fetches for accounts whose platform does not post: polls and streams. */
package io.svara.engine.feeds;
