/** Users: their roles are in the journal, their passwords and tokens in the secret store. */
package io.svara.gateway.people;
