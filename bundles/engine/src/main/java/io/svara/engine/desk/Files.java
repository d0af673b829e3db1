package io.svara.engine.desk;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** Bytes that belong to messages: what came with them, and what is to go out. */
public interface Files {

  /** The most bytes that one file may have. */
  long limit();

  /**
   * Keeps a file that is to go out with an answer.
   *
   * @param name as the reader will see it
   * @throws Refused when it is empty, larger than {@link #limit()}, or its name is none
   * @throws IOException when the bytes do not come to an end
   */
  File keep(InputStream bytes, String name, String mediaType, Actor actor) throws IOException;

  /** What is known of a kept file. */
  Optional<File> file(String id);

  /** The bytes of a message's attachment, by its place in the list from 0; empty when not kept. */
  Optional<Stored> attachment(String caseId, String messageId, int index);

  /** The picture that the letter's HTML shows under this name. */
  Optional<Stored> inline(String caseId, String messageId, String contentId);

  /** A letter as HTML, just as it came: whoever shows it makes it safe. */
  Optional<String> html(String caseId, String messageId);

  /** A file that waits to go out. */
  record File(String id, String name, String mediaType, long bytes) {}

  /**
   * Bytes as they are kept.
   *
   * @param mediaType what its sender called it: a claim
   * @param stream to be closed by the caller
   */
  record Stored(String name, String mediaType, long bytes, InputStream stream) {}
}
