package io.svara.channel.email.imap;

import io.svara.channel.email.net.Words;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

  /**
   * How large these are, in their order; 0 where the server does not say it, be it that the mail is
   * gone or that it cannot tell. Whether one is gone shows when it is fetched.
   */
  List<Sized> sizes(long[] uids) throws IOException {
    Map<Long, Long> sizes = new HashMap<>();
    sizes(uids, sizes);
    return LongStream.of(uids)
        .mapToObj(uid -> new Sized(uid, sizes.getOrDefault(uid, 0L)))
        .toList();
  }

  /** Asks for all; where that is refused for each half, so that one odd mail stops no other. */
  private void sizes(long[] uids, Map<Long, Long> sizes) throws IOException {
    List<Response> answers = answers(send("UID FETCH " + set(uids) + " (UID RFC822.SIZE)"));
    for (Response one : answers) {
      if (one instanceof FetchResponse mail && mail.getItem(UID.class) != null) {
        RFC822SIZE size = mail.getItem(RFC822SIZE.class);
        if (size != null) {
          sizes.put(mail.getItem(UID.class).uid, size.size);
        }
      }
    }
    if (!answers.get(answers.size() - 1).isOK() && uids.length > 1) {
      int half = uids.length / 2;
      sizes(Arrays.copyOf(uids, half), sizes);
      sizes(Arrays.copyOfRange(uids, half, uids.length), sizes);
    }
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
      if (answer instanceof IMAPResponse told && told.keyEquals("EXISTS")) {
        imap.announced();
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
