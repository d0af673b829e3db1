package io.svara.channel.email.mime;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** The tree that the file {@code NAME_decoded.xml} beside a mail tells of, one line per node. */
final class ExpectedTree {

  private final Path folder;
  private final List<String> lines = new ArrayList<>();

  private ExpectedTree(Path folder) {
    this.folder = folder;
  }

  static boolean isBeside(Path mail) {
    return mail.toString().endsWith(".msg") && Files.isRegularFile(expectation(mail));
  }

  static List<String> lines(Path mail) throws Exception {
    ExpectedTree tree = new ExpectedTree(mail.getParent());
    tree.node(
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(expectation(mail).toFile())
            .getDocumentElement(),
        "");
    return tree.lines;
  }

  private static Path expectation(Path mail) {
    String name = mail.getFileName().toString();
    return mail.resolveSibling(name.substring(0, name.length() - 4) + "_decoded.xml");
  }

  /** A message or body part: its header's fields, then its body. */
  private void node(Element element, String indent) throws IOException {
    for (Element child : children(element)) {
      switch (child.getTagName()) {
        case "header" -> {
          for (Element field : children(child)) {
            lines.add(indent + "field " + Visible.field(field.getTextContent()));
          }
        }
        case "multipart" -> {
          lines.add(indent + "multipart");
          for (Element part : children(child)) {
            if (part.getTagName().equals("body-part")) {
              lines.add(indent + "part");
              node(part, indent + "  ");
            }
          }
        }
        case "message" -> {
          lines.add(indent + "message");
          node(child, indent + "  ");
        }
        case "text-body", "binary-body" ->
            lines.add(
                indent
                    + child.getTagName().replace("-body", " ")
                    + Visible.bytes(
                        Files.readAllBytes(folder.resolve(child.getAttribute("name")))));
        default -> throw new IllegalStateException("What is a " + child.getTagName() + "?");
      }
    }
  }

  private static List<Element> children(Element element) {
    List<Element> children = new ArrayList<>();
    for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
      if (child instanceof Element each) {
        children.add(each);
      }
    }
    return children;
  }
}
