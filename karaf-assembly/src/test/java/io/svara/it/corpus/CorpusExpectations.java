package io.svara.it.corpus;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/**
 * What must happen to each webhook file of the meta-restfb corpus, as written down before any
 * parser existed. The columns and the judgements are explained in the README beside the two tables.
 *
 * @param files one line for each file of the corpus that is posted
 * @param events one line for each event inside those files, in the order in which they stand there
 */
public record CorpusExpectations(List<FileSummary> files, List<Event> events) {

  /** What becomes of one event when its file alone is posted to a fresh account. */
  public enum Outcome {
    MESSAGE,
    OWN_MESSAGE,
    EDIT,
    REMOVAL,
    STATUS,
    IGNORED,
    UNKNOWN,
    QUARANTINE;

    static Outcome named(String name) {
      return valueOf(name.replace('-', '_').toUpperCase(Locale.ROOT));
    }
  }

  /**
   * The counts that must hold after one file was posted, and still hold after it was posted again.
   *
   * @param account the page id that the account needs; empty where the file names no page
   * @param items messages of customers and of the page itself
   * @param ghosts edits and removals whose message was never seen
   */
  public record FileSummary(
      String file,
      String account,
      int events,
      int cases,
      int items,
      int ghosts,
      int statuses,
      int ignored,
      int unknown,
      int quarantined) {

    static FileSummary of(String[] cell) {
      return new FileSummary(
          cell[0],
          cell[1],
          Integer.parseInt(cell[2]),
          Integer.parseInt(cell[3]),
          Integer.parseInt(cell[4]),
          Integer.parseInt(cell[5]),
          Integer.parseInt(cell[6]),
          Integer.parseInt(cell[7]),
          Integer.parseInt(cell[8]),
          Integer.parseInt(cell[9]));
    }
  }

  /**
   * One event. A text that does not apply or is not known is empty, never null.
   *
   * @param entry index in {@code entry}, -1 where the body as a whole is the event
   * @param list {@code changes}, {@code messaging} or {@code standby}; empty where entry is -1
   * @param index index in that list, -1 where entry is -1
   * @param text at most the first 80 characters; {@code textSha256} is of the whole text in UTF-8
   * @param at time of the message in ISO 8601, UTC
   * @param opensCase whether this event alone leaves a case open
   */
  public record Event(
      String file,
      int entry,
      String list,
      int index,
      Outcome outcome,
      String detail,
      String account,
      String id,
      String objectId,
      String author,
      String authorName,
      String visibility,
      String thread,
      String parent,
      String text,
      String textSha256,
      int attachments,
      String rating,
      String recommendation,
      String at,
      boolean opensCase,
      String reason) {

    static Event of(String[] cell) {
      return new Event(
          cell[0],
          Integer.parseInt(cell[1]),
          cell[2],
          Integer.parseInt(cell[3]),
          Outcome.named(cell[4]),
          cell[5],
          cell[6],
          cell[7],
          cell[8],
          cell[9],
          cell[10],
          cell[11],
          cell[12],
          cell[13],
          cell[14],
          cell[15],
          Integer.parseInt(cell[16]),
          cell[17],
          cell[18],
          cell[19],
          cell[20].equals("yes"),
          cell[21]);
    }
  }

  /** Reads both tables from the test class path. */
  public static CorpusExpectations read() throws IOException {
    return new CorpusExpectations(
        lines("/corpus/meta-restfb-expected-files.tsv").stream().map(FileSummary::of).toList(),
        lines("/corpus/meta-restfb-expected.tsv").stream().map(Event::of).toList());
  }

  private static List<String[]> lines(String table) throws IOException {
    try (InputStream in = CorpusExpectations.class.getResourceAsStream(table)) {
      if (in == null) {
        throw new IOException("the table " + table + " is not on the test class path");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .skip(1)
          .map(line -> line.split("\t", -1))
          .toList();
    }
  }
}
