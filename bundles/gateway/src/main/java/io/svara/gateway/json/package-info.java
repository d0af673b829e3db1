/** The JSON of the REST contract. */
package io.svara.gateway.json;
