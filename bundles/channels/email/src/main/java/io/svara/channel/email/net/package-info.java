/** Connections to mail servers: the host's, made safe, and with words for what goes wrong. */
package io.svara.channel.email.net;
