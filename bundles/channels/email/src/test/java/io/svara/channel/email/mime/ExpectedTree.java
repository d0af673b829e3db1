package io.svara.channel.email.mime;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The tree that the file {@code NAME_decoded.xml} beside a mail tells of, one line per node. It is
 * not read as XML, since a mail's control characters may stand in it.
 */
final class ExpectedTree {

  private static final Pattern TAG =
      Pattern.compile(
          "<(/?)(message|header|field|multipart|preamble|epilogue|body-part|text-body|binary-body)"
              + "(?: name=\"([^\"]*)\")?\\s*/?>");

  private final Path folder;
  private final List<String> lines = new ArrayList<>();
  private final List<String> fields = new ArrayList<>();

  private ExpectedTree(Path folder) {
    this.folder = folder;
  }

  static boolean isBeside(Path mail) {
    return mail.toString().endsWith(".msg") && Files.isRegularFile(expectation(mail));
  }

  static ExpectedTree of(Path mail) throws IOException {
    ExpectedTree tree = new ExpectedTree(mail.getParent());
    tree.read(Charsets.decode(Files.readAllBytes(expectation(mail)), "utf-8"));
    return tree;
  }

  /** Parts, their types and the bytes of the leaves. */
  List<String> lines() {
    return lines;
  }

  /** All fields of all headers. */
  List<String> fields() {
    return fields;
  }

  private static Path expectation(Path mail) {
    String name = mail.getFileName().toString();
    return mail.resolveSibling(name.substring(0, name.length() - 4) + "_decoded.xml");
  }

  private void read(String xml) throws IOException {
    int field = -1;
    Matcher tag = TAG.matcher(xml);
    while (tag.find()) {
      boolean ends = !tag.group(1).isEmpty();
      switch (tag.group(2)) {
        case "field" -> {
          if (ends) {
            field(xml.substring(field, tag.start()));
          }
          field = tag.end();
        }
        case "multipart", "message", "body-part" -> lines.add(tag.group(1) + tag.group(2));
        case "text-body", "binary-body" ->
            lines.add(
                tag.group(2).replace("-body", " ")
                    + Visible.bytes(Files.readAllBytes(folder.resolve(tag.group(3)))));
        default -> {}
      }
    }
  }

  private void field(String escaped) {
    String field =
        escaped
            .replace("&lt;", "<")
            .replace("&gt;", ">")
            .replace("&quot;", "\"")
            .replace("&apos;", "'")
            .replace("&amp;", "&");
    fields.add(Visible.field(field));
    Visible.type(field).ifPresent(lines::add);
  }
}
