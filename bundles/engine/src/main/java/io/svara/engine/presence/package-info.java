/** Endpoints, accounts and what is known of channels. */
package io.svara.engine.presence;
