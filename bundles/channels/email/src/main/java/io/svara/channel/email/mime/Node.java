package io.svara.channel.email.mime;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** A part while it is being read. */
final class Node {

  final HeaderFields header = new HeaderFields();
  final List<Node> children = new ArrayList<>();
  String mediaType = "text/plain";
  byte[] content = {};

  /** Whether it was left as it came, because it is nested too deep. */
  boolean unread;

  /** What stands before the first part of a multipart: for old readers, or all that there is. */
  byte[] instead = {};

  private final String number;

  Node(String number) {
    this.number = number;
  }

  Node child() {
    return add(new Node((number.isEmpty() ? "" : number + ".") + (children.size() + 1)));
  }

  /** The one mail within this part. */
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

  /** The charset that the mail's author writes in, where any part tells one that says something. */
  String charset() {
    return charsets().findFirst().orElse("");
  }

  private Stream<String> charsets() {
    String own = parameters("Content-Type", "").map().getOrDefault("charset", "");
    return Stream.concat(
        Stream.of(own).filter(name -> Charsets.named(name).filter(Charsets::telling).isPresent()),
        children.stream().flatMap(Node::charsets));
  }

  /**
   * What was read.
   *
   * @param fallback the charset of bytes that are neither ASCII nor UTF-8
   */
  Part part(String fallback) {
    Parameters type = parameters("Content-Type", fallback);
    Parameters disposition = parameters("Content-Disposition", fallback);
    List<Part.Field> fields = header.decoded(fallback);
    String kind = Outlook.kind(mediaType.toLowerCase(Locale.ROOT), content);
    Optional<String> name =
        Optional.ofNullable(disposition.map().get("filename"))
            .or(() -> Optional.ofNullable(type.map().get("name")))
            .filter(said -> !said.isBlank());
    return new Part(
        number,
        fields,
        kind,
        type.map(),
        unread || disposition.value().equalsIgnoreCase("attachment"),
        name.map(said -> FileNames.clean(said, kind)),
        contentId(fields),
        children.isEmpty() && content.length == 0 ? instead : content,
        children.stream().map(child -> child.part(fallback)).toList());
  }

  private Parameters parameters(String field, String fallback) {
    return header.raw(field).map(body -> Parameters.of(body, fallback)).orElse(Parameters.NONE);
  }

  private static Optional<String> contentId(List<Part.Field> fields) {
    return fields.stream()
        .filter(field -> field.name().equalsIgnoreCase("Content-ID"))
        .map(field -> field.raw().replaceAll("[<>\\s]", ""))
        .filter(id -> !id.isEmpty())
        .findFirst();
  }
}
