package io.svara.channel.email.mime;

import java.util.ArrayList;
import java.util.List;

/** The tree that was read, one line per node, to be compared. */
final class ActualTree {

  private final List<String> lines = new ArrayList<>();

  static List<String> lines(Part root) {
    ActualTree tree = new ActualTree();
    tree.node(root, "");
    return tree.lines;
  }

  private void node(Part part, String indent) {
    for (Part.Field field : part.header()) {
      lines.add(indent + "field " + Visible.field(field.name() + ": " + field.value()));
    }
    if (part.mediaType().startsWith("multipart/")) {
      lines.add(indent + "multipart");
      for (Part child : part.parts()) {
        lines.add(indent + "part");
        node(child, indent + "  ");
      }
    } else if (part.mediaType().equals("message/rfc822")) {
      lines.add(indent + "message");
      node(part.parts().get(0), indent + "  ");
    } else {
      lines.add(
          indent
              + (part.mediaType().startsWith("text/") ? "text " : "binary ")
              + Visible.bytes(part.content()));
    }
  }
}
