package io.svara.channel.email.mime;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A part while it is being read. */
final class Node {

  final HeaderFields header = new HeaderFields();
  final List<Node> children = new ArrayList<>();
  String mediaType = "text/plain";
  String encoding = "7bit";
  byte[] content = {};

  /** What stands before the first part of a multipart: for old readers, or all that there is. */
  byte[] instead = {};

  private final String number;

  Node(String number) {
    this.number = number;
  }

  Node child() {
    return add(new Node((number.isEmpty() ? "" : number + ".") + (children.size() + 1)));
  }

  /** The one mail within this part. Its own number is this one's: IMAP gives it none. */
  Node message() {
    mediaType = isMessage() ? mediaType : "message/rfc822";
    return add(new Node(number));
  }

  private Node add(Node node) {
    children.add(node);
    return node;
  }

  boolean isMessage() {
    return mediaType.equalsIgnoreCase("message/rfc822")
        || mediaType.equalsIgnoreCase("message/global");
  }

  Part part() {
    Parameters type = parameters("Content-Type");
    Parameters disposition = parameters("Content-Disposition");
    String kind = mediaType.toLowerCase(Locale.ROOT);
    boolean attached = disposition.value().equalsIgnoreCase("attachment");
    Optional<String> name =
        Optional.ofNullable(disposition.map().get("filename"))
            .or(() -> Optional.ofNullable(type.map().get("name")))
            .filter(said -> !said.isBlank());
    byte[] bytes = children.isEmpty() && content.length == 0 ? instead : content;
    return new Part(
        number,
        header.decoded(),
        kind,
        type.map(),
        attached,
        name.map(said -> FileNames.clean(said, kind)),
        contentId(),
        bytes,
        children.stream().map(Node::part).toList());
  }

  private Parameters parameters(String field) {
    return header.raw(field).map(Parameters::of).orElse(new Parameters("", Map.of()));
  }

  private Optional<String> contentId() {
    return header.decoded().stream()
        .filter(field -> field.name().equalsIgnoreCase("Content-ID"))
        .map(field -> field.value().replaceAll("[<>\\s]", ""))
        .filter(id -> !id.isEmpty())
        .findFirst();
  }
}
