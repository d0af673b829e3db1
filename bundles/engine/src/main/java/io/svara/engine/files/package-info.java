/** Bytes that belong to messages. */
package io.svara.engine.files;
