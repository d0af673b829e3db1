package io.svara.channel.email.mime;

/**
 * Reads mails as they come: forgiving of what real mail programs write, and bounded in time and
 * memory against what hostile ones do. It throws nothing, whatever the bytes; what it could not
 * read is a flaw, in words. Without state, for any thread.
 */
public final class MailReader {

  /** Reads a mail, its header included (RFC 5322). The bytes are not kept. */
  public Mail read(byte[] mail) {
    Flaws flaws = new Flaws();
    Node tree = new TreeReader(flaws).read(new Wire(flaws).ordered(mail));
    String charset = tree.charset();
    Part root = tree.part(charset);
    return new Letters(flaws, charset).read(root);
  }
}
