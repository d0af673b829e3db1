/** The guard, and the two checks that every draft passes. */
package io.svara.guard;
