/** Who a request comes from: sessions, tokens, and what is asked of a browser. */
package io.svara.gateway.session;
