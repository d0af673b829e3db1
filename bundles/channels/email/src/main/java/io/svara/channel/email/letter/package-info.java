/** Letters that go out: from a text and addresses to the bytes of a mail. */
package io.svara.channel.email.letter;
