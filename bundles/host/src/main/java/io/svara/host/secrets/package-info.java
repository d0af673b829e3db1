/** The secret store. */
package io.svara.host.secrets;
