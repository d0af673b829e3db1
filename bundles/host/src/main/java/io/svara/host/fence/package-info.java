/**
 * What a plugin sees of the rest of Svara, and the rest of it: nothing that is not meant for it.
 */
package io.svara.host.fence;
