/** HTTP to hosts that were granted. */
package io.svara.host.http;
