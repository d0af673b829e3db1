package io.svara.engine.files;

import io.svara.engine.desk.Actor;
import io.svara.engine.desk.Files;
import io.svara.engine.desk.Refused;
import io.svara.engine.event.Event;
import io.svara.engine.fold.MessageRow;
import io.svara.engine.journal.Blobs;
import io.svara.engine.work.Scribe;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Files for people: what came with messages, and what is to go out. */
@Component(service = Files.class, configurationPid = "io.svara.files")
public final class FilesDesk implements Files {
  private static final Logger LOG = LoggerFactory.getLogger(FilesDesk.class);
  private static final int LONGEST_NAME = 200;

  private final Scribe scribe;
  private final Blobs blobs;
  private final long limit;

  /** Settings: {@code etc/io.svara.files.cfg}. */
  public @interface Settings {
    /** How large one file may be that is to go out. Mail servers seldom take more than 25. */
    int megabytes() default 18;
  }

  @Activate
  public FilesDesk(@Reference Scribe scribe, @Reference Blobs blobs, Settings settings) {
    this(scribe, blobs, (long) settings.megabytes() << 20);
  }

  public FilesDesk(Scribe scribe, Blobs blobs, long limit) {
    this.scribe = scribe;
    this.blobs = blobs;
    this.limit = limit;
  }

  @Override
  public long limit() {
    return limit;
  }

  @Override
  public File keep(InputStream bytes, String name, String mediaType, Actor actor)
      throws IOException {
    if (name.isBlank() || name.length() > LONGEST_NAME || name.matches(".*[/\\\\\\p{Cntrl}].*")) {
      throw Refused.invalid(
          "A file needs a name of 1 to " + LONGEST_NAME + " characters, without a path.");
    }
    Counting counting = new Counting(bytes, limit);
    String key;
    try {
      key = blobs.put(counting, limit);
    } catch (IOException broken) {
      if (counting.isTooLong()) {
        throw Refused.invalid(
            "The file " + name + " has more than " + (limit >> 20) + " MB; send a smaller one.");
      }
      throw broken;
    }
    if (counting.count() == 0) {
      blobs.destroy(key, "an empty file");
      throw Refused.invalid("The file " + name + " is empty; nothing was kept.");
    }
    Event.FileKept kept = new Event.FileKept(key, name, mediaType, counting.count(), actor.user());
    scribe.write(
        work -> {
          work.tell("files", kept, OptionalLong.empty());
          return null;
        });
    return shown(kept);
  }

  @Override
  public Optional<File> file(String id) {
    return scribe.state().file(id).map(FilesDesk::shown);
  }

  private static File shown(Event.FileKept kept) {
    return new File(kept.file(), kept.name(), kept.mediaType(), kept.bytes());
  }

  @Override
  public Optional<Stored> attachment(String caseId, String messageId, int index) {
    List<Event.Piece> pieces =
        message(caseId, messageId).map(MessageRow::attachments).orElse(List.of());
    return index < 0 || index >= pieces.size() ? Optional.empty() : stored(pieces.get(index));
  }

  @Override
  public Optional<Stored> inline(String caseId, String messageId, String contentId) {
    return message(caseId, messageId).map(MessageRow::attachments).orElse(List.of()).stream()
        .filter(p -> p.blob().flatMap(Event.Blob::id).equals(Optional.of(contentId)))
        .findFirst()
        .flatMap(this::stored);
  }

  @Override
  public Optional<String> html(String caseId, String messageId) {
    return message(caseId, messageId)
        .flatMap(MessageRow::letter)
        .flatMap(Event.Post::html)
        .flatMap(this::open)
        .map(
            stream -> {
              try (stream) {
                return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
              } catch (IOException e) {
                LOG.warn("The HTML of message {} cannot be read: {}", messageId, e.getMessage());
                return "";
              }
            })
        .filter(html -> !html.isEmpty());
  }

  /** The message, in the case or in one that became a part of it. */
  private Optional<MessageRow> message(String caseId, String messageId) {
    return scribe
        .state()
        .message(caseId, messageId)
        .or(
            () ->
                scribe.state().aCase(caseId).stream()
                    .flatMap(row -> scribe.state().thread(row).stream())
                    .filter(m -> m.id().equals(messageId))
                    .findFirst())
        .filter(m -> !m.gone());
  }

  private Optional<Stored> stored(Event.Piece piece) {
    return piece
        .blob()
        .flatMap(
            blob ->
                open(blob.key())
                    .map(
                        stream ->
                            new Stored(
                                piece.title().orElse(""), blob.mediaType(), blob.bytes(), stream)));
  }

  private Optional<InputStream> open(String key) {
    try {
      return blobs.open(key);
    } catch (IOException e) {
      LOG.warn("A kept file cannot be read ({}); look at the disk of the journal.", e.getMessage());
      return Optional.empty();
    }
  }
}
