/** Webhooks: authenticated, kept, and only then acknowledged. */
package io.svara.gateway.hooks;
