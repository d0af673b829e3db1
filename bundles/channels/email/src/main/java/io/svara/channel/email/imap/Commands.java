package io.svara.channel.email.imap;

import io.svara.channel.email.net.Words;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.eclipse.angus.mail.iap.ProtocolException;
import org.eclipse.angus.mail.iap.Response;
import org.eclipse.angus.mail.imap.protocol.FetchResponse;
import org.eclipse.angus.mail.imap.protocol.IMAPResponse;
import org.eclipse.angus.mail.imap.protocol.RFC822SIZE;
import org.eclipse.angus.mail.imap.protocol.UID;
import org.eclipse.angus.mail.imap.protocol.UIDSet;

/** What this connector asks of an open folder. For one connection. */
final class Commands {
  private final Imap imap;

  Commands(Imap imap) {
    this.imap = imap;
  }

  /** A mail and how large the server says it is. */
  record Sized(long uid, long bytes) {}

  /** The UIDs from the one to the other, in ascending order, of mails that match the rest. */
  long[] search(long from, String to, String rest) throws IOException {
    LongStream.Builder found = LongStream.builder();
    for (Response one : run("UID SEARCH UID " + from + ":" + to + rest)) {
      if (one instanceof IMAPResponse answer && answer.keyEquals("SEARCH")) {
        for (long uid = answer.readLong(); uid != -1; uid = answer.readLong()) {
          found.add(uid);
        }
      }
    }
    // A range that ends with the last mail has that one in it, however far its beginning lies.
    return found.build().filter(uid -> uid >= from).sorted().distinct().toArray();
  }

  /** How large these are; those that are gone are left out. */
  List<Sized> sizes(long[] uids) throws IOException {
    List<Sized> sizes = new ArrayList<>();
    for (Response one : run("UID FETCH " + set(uids) + " (UID RFC822.SIZE)")) {
      if (one instanceof FetchResponse mail && mail.getItem(UID.class) != null) {
        RFC822SIZE size = mail.getItem(RFC822SIZE.class);
        sizes.add(new Sized(mail.getItem(UID.class).uid, size == null ? 0 : size.size));
      }
    }
    sizes.sort((one, other) -> Long.compare(one.uid(), other.uid()));
    return sizes;
  }

  /** Sends a question; the answers are read later. */
  String send(String command) throws IOException {
    try {
      return imap.protocol().writeCommand(command, null);
    } catch (ProtocolException refused) {
      throw Imap.failure(imap.server(), refused);
    }
  }

  /**
   * All answers up to the one that ends the command; those that the library cannot read are left
   * out.
   */
  List<Response> answers(String tag) throws IOException {
    List<Response> answers = new ArrayList<>();
    while (true) {
      Response answer;
      try {
        answer = imap.protocol().readResponse();
      } catch (ProtocolException unreadable) {
        continue;
      }
      if (answer.isBYE()) {
        throw new IOException(imap.server() + " hung up: " + Words.of(answer.getRest()));
      }
      answers.add(answer);
      if (answer.isTagged() && tag.equals(answer.getTag())) {
        return answers;
      }
    }
  }

  /** Asks and reads; a refusal is a failure. */
  List<Response> run(String command) throws IOException {
    List<Response> answers = answers(send(command));
    Response end = answers.get(answers.size() - 1);
    if (!end.isOK()) {
      throw new IOException(imap.server() + " answered: " + Words.of(end.toString()));
    }
    return answers;
  }

  static String set(long[] uids) {
    return UIDSet.toString(UIDSet.createUIDSets(uids));
  }
}
