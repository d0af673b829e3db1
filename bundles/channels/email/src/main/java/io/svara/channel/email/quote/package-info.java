/** What the author of a letter wrote now, told apart from what is quoted and signed below it. */
package io.svara.channel.email.quote;
