/** Mail that came, as what the core knows: messages, and news about our own. */
package io.svara.channel.email.read;
