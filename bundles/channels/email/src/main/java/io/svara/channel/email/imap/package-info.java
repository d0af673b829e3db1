/** Mail that comes: folders read over IMAP, from where they were read last. */
package io.svara.channel.email.imap;
