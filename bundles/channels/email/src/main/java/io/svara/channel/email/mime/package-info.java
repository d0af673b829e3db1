/** Mails read: from bytes to a tree of parts, and from that to texts and files. */
package io.svara.channel.email.mime;
