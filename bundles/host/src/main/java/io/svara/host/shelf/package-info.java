/** The plugins of this installation, and which version of each is used. */
package io.svara.host.shelf;
