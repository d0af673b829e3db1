/** JSON, token by token. */
package io.svara.host.json;
