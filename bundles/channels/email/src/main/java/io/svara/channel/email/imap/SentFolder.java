package io.svara.channel.email.imap;

import jakarta.mail.Flags;
import java.io.IOException;
import java.io.OutputStream;
import org.eclipse.angus.mail.iap.Literal;
import org.eclipse.angus.mail.iap.ProtocolException;
import org.eclipse.angus.mail.iap.Response;
import org.eclipse.angus.mail.imap.protocol.IMAPResponse;

/** The folder in which copies of sent mail lie. For one connection. */
public final class SentFolder {
  private final Imap imap;
  private final String name;

  public SentFolder(Imap imap, String name) {
    this.imap = imap;
    this.name = name;
  }

  /** Whether a mail of that id, without angle brackets, is there. */
  public boolean has(String id) throws IOException, NoFolder {
    imap.examine(name);
    for (Response one :
        new Commands(imap).run("UID SEARCH HEADER Message-ID \"<" + quoted(id) + ">\"")) {
      if (one instanceof IMAPResponse answer
          && answer.keyEquals("SEARCH")
          && answer.readLong() != -1) {
        return true;
      }
    }
    return false;
  }

  private static String quoted(String id) {
    return id.replaceAll("[^\\x20-\\x7E]", "").replaceAll("([\"\\\\])", "\\\\$1");
  }

  /** Puts a mail there, as read. */
  public void put(byte[] mail) throws IOException {
    try {
      imap.protocol().append(name, new Flags(Flags.Flag.SEEN), null, new Bytes(mail));
    } catch (ProtocolException refused) {
      throw Imap.failure(imap.server(), refused);
    }
  }

  private record Bytes(byte[] mail) implements Literal {
    @Override
    public int size() {
      return mail.length;
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
      out.write(mail);
    }
  }
}
