/** How failures are told to clients: RFC 9457, in Swedish or English. */
package io.svara.gateway.problem;
