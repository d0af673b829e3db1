/** The browser's way back from a platform that an account was connected with. */
package io.svara.gateway.oauth;
