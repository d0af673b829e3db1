/** Connectors: found by route, called under a deadline, let go. */
package io.svara.host.channel;
