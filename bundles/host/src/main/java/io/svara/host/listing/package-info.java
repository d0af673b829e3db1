/** Plugins as people see them. */
package io.svara.host.listing;
