package io.svara.channel.email.mime;

import java.util.ArrayList;
import java.util.List;

/** The tree that was read, one line per node, to be compared with the expected one. */
final class ActualTree {

  private final List<String> lines = new ArrayList<>();
  private final List<String> fields = new ArrayList<>();

  static ActualTree of(Part root) {
    ActualTree tree = new ActualTree();
    tree.message(root);
    return tree;
  }

  List<String> lines() {
    return lines;
  }

  List<String> fields() {
    return fields;
  }

  private void message(Part mail) {
    lines.add("message");
    node(mail);
    lines.add("/message");
  }

  private void node(Part part) {
    for (Part.Field each : part.header()) {
      String field = each.name() + ": " + each.raw();
      fields.add(Visible.field(field));
      Visible.type(field).ifPresent(lines::add);
    }
    if (part.mediaType().startsWith("multipart/")) {
      lines.add("multipart");
      for (Part child : part.parts()) {
        lines.add("body-part");
        node(child);
        lines.add("/body-part");
      }
      lines.add("/multipart");
    } else if (part.mediaType().equals("message/rfc822")) {
      message(part.parts().get(0));
    } else {
      lines.add(
          (part.mediaType().startsWith("text/") ? "text " : "binary ")
              + Visible.bytes(part.content()));
    }
  }
}
