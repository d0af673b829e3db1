/** A mail server with one mailbox of the organisation's, and the people who write to it. */
package io.svara.testing.demonstration.mail;
