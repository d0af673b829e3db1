/** What operators' tools ask: is it alive, is it ready, how is it doing. */
package io.svara.gateway.health;
