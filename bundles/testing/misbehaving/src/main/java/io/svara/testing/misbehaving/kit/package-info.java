/** What all of them have in common: how they are when somebody has mended them. */
package io.svara.testing.misbehaving.kit;
