/** Letters and files of strangers, made fit to be shown and handed out. Knows no HTTP. */
package io.svara.gateway.letters;
