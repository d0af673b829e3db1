package io.svara.channel.email.mime;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.stream.EntityState;
import org.apache.james.mime4j.stream.Field;
import org.apache.james.mime4j.stream.MimeConfig;
import org.apache.james.mime4j.stream.MimeTokenStream;
import org.apache.james.mime4j.stream.RecursionMode;

/** From a mail's bytes to its tree of parts. */
final class TreeReader {

  private static final MimeConfig PERMISSIVE =
      MimeConfig.custom()
          .setMaxLineLen(-1)
          .setMaxHeaderLen(-1)
          .setMaxHeaderCount(-1)
          .setMaxContentLen(-1)
          .build();

  private final Flaws flaws;
  private final Deque<Node> open = new ArrayDeque<>();
  private int parts;

  TreeReader(Flaws flaws) {
    this.flaws = flaws;
  }

  Node read(byte[] mail) {
    Node root = new Node("");
    try {
      tokens(mail, root, RecursionMode.M_NO_RECURSE);
    } catch (IOException | MimeException | RuntimeException unreadable) {
      // The parser has hundreds of states, and what it throws for bytes that nobody foresaw is not
      // told anywhere: what was read before that counts.
      flaws.damaged("The mail could not be read to its end (" + unreadable.getMessage() + ").");
    }
    return root;
  }

  private void tokens(byte[] mail, Node first, RecursionMode mode)
      throws IOException, MimeException {
    MimeTokenStream stream =
        new MimeTokenStream(PERMISSIVE, new Faults(flaws), new BoundedFields(flaws), null);
    stream.parse(new ByteArrayInputStream(mail));
    stream.setRecursionMode(mode);
    int floor = open.size();
    for (EntityState state = stream.getState();
        state != EntityState.T_END_OF_STREAM;
        state = stream.next()) {
      switch (state) {
        case T_START_MESSAGE -> open.push(open.size() == floor ? first : open.peek().message());
        case T_START_BODYPART -> open.push(open.peek().child());
        case T_FIELD -> field(stream.getField());
        case T_END_HEADER -> endHeader(stream);
        case T_START_MULTIPART -> describe(stream);
        case T_PREAMBLE -> open.peek().instead = stream.getInputStream().readAllBytes();
        case T_BODY -> body(stream, mode);
        case T_END_MESSAGE, T_END_BODYPART -> open.pop();
        default -> {}
      }
      if (parts >= Bounds.PARTS) {
        flaws.cut("More than " + Bounds.PARTS + " parts; the rest is left out.");
        return;
      }
    }
  }

  private void field(Field field) {
    if (!open.peek().header.add(field)) {
      flaws.cut("More or longer header fields than are taken in; the rest is left out.");
    }
  }

  private void endHeader(MimeTokenStream stream) {
    parts++;
    if (open.size() > Bounds.DEPTH) {
      open.peek().unread = true;
      stream.setRecursionMode(RecursionMode.M_FLAT);
    }
  }

  private void describe(MimeTokenStream stream) {
    open.peek().mediaType = stream.getBodyDescriptor().getMimeType();
  }

  private void body(MimeTokenStream stream, RecursionMode mode) throws IOException, MimeException {
    Node node = open.peek();
    describe(stream);
    try (InputStream in = stream.getDecodedInputStream()) {
      node.content = in.readAllBytes();
    }
    if (node.unread) {
      boolean compound = node.isMessage() || node.mediaType.startsWith("multipart/");
      node.unread = compound;
      if (compound) {
        flaws.cut("Parts within parts, deeper than " + Bounds.DEPTH + "; these are left unread.");
      }
    } else if (mode == RecursionMode.M_NO_RECURSE && node.isMessage()) {
      // Its bytes are a file, and its tree is read from them; mails within it are in that tree
      // only,
      // or each would be held once per level.
      tokens(node.content, node.message(), RecursionMode.M_RECURSE);
    }
  }
}
