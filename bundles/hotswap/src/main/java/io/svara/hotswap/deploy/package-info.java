/** The folder {@code deploy}: what is dropped there is staged. */
package io.svara.hotswap.deploy;
