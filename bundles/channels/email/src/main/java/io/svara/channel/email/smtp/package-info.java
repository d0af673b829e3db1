/** Mail that goes: submitted over SMTP, with a receipt that says what is known. */
package io.svara.channel.email.smtp;
