/** Accounts' connections by OAuth: made, kept, renewed and handed out. */
package io.svara.host.oauth;
