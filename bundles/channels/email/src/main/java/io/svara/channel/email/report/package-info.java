/**
 * Mails that programs wrote about mails: what was not delivered, is late, arrived, was read, was
 * unwanted; and mails that nobody wrote, or that were not written to us alone.
 */
package io.svara.channel.email.report;
