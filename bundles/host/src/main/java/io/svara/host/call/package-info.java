/**
 * The threads on which plugins run: one for each call, a lane for each plugin, a lease for each
 * account.
 */
package io.svara.host.call;
