/** Connectors that bring news in the two ways that are no webhook, for tests of the core. */
package io.svara.testing.connectors;
