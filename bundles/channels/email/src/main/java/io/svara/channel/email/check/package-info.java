/** What is wrong with an account's settings, in words. */
package io.svara.channel.email.check;
