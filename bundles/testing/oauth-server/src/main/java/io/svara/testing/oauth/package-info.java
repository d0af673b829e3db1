/** A real OAuth 2.1 server for tests, and somebody who uses it. */
package io.svara.testing.oauth;
