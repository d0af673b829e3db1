/** Server-sent events: what happened, for consoles that stay open. */
package io.svara.gateway.events;
