package io.svara.gateway.testing;

import io.svara.engine.desk.Actor;
import io.svara.engine.desk.Files;
import io.svara.engine.desk.Refused;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The files of the case {@code C1}'s message {@code M1}, and what was put here to go out. */
public final class MemoryFiles implements Files {
  private static final long LIMIT = 100_000;

  private final List<Given> attachments = new ArrayList<>();
  private final Map<String, byte[]> inline = new ConcurrentHashMap<>();
  private final Map<String, File> kept = new ConcurrentHashMap<>();
  private volatile String html;

  private record Given(String name, String mediaType, byte[] bytes) {}

  /** The message has this letter. */
  public void letter(String written) {
    html = written;
  }

  /** The message has one more file. */
  public synchronized void attach(String name, String mediaType, byte[] bytes) {
    attachments.add(new Given(name, mediaType, bytes));
  }

  /** The letter brings this picture along. */
  public void picture(String contentId, byte[] bytes) {
    inline.put(contentId, bytes);
  }

  @Override
  public long limit() {
    return LIMIT;
  }

  @Override
  public File keep(InputStream bytes, String name, String mediaType, Actor actor)
      throws IOException {
    byte[] all = bytes.readAllBytes();
    if (all.length == 0) {
      throw Refused.invalid("The file " + name + " is empty.");
    }
    File file = new File("F" + (kept.size() + 1), name, mediaType, all.length);
    kept.put(file.id(), file);
    return file;
  }

  @Override
  public Optional<File> file(String id) {
    return Optional.ofNullable(kept.get(id));
  }

  @Override
  public synchronized Optional<Stored> attachment(String caseId, String messageId, int index) {
    if (!isThere(caseId, messageId) || index >= attachments.size()) {
      return Optional.empty();
    }
    Given given = attachments.get(index);
    return Optional.of(stored(given.name(), given.mediaType(), given.bytes()));
  }

  @Override
  public Optional<Stored> inline(String caseId, String messageId, String contentId) {
    return Optional.ofNullable(inline.get(contentId))
        .filter(bytes -> isThere(caseId, messageId))
        .map(bytes -> stored(contentId, "image/png", bytes));
  }

  private static Stored stored(String name, String mediaType, byte[] bytes) {
    return new Stored(name, mediaType, bytes.length, new ByteArrayInputStream(bytes));
  }

  @Override
  public Optional<String> html(String caseId, String messageId) {
    return Optional.ofNullable(html).filter(letter -> isThere(caseId, messageId));
  }

  private static boolean isThere(String caseId, String messageId) {
    return caseId.equals("C1") && messageId.equals("M1");
  }
}
