package io.svara.testing.conformance;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;

/**
 * Makes broken deliveries of a sound one. Those that change parts of a document are for JSON; of
 * another format they make none.
 */
final class Mutants {
  private static final int CUTS = 64;
  private static final int DEEP = 150;
  private static final JsonNodeFactory MAKE = JsonNodeFactory.instance;

  private final byte[] body;
  private final JsonNode root;

  private Mutants(byte[] body, JsonNode root) {
    this.body = body;
    this.root = root;
  }

  static Mutants of(Raw raw) {
    byte[] body = raw.body();
    try {
      return new Mutants(body, new Trees().node(body));
    } catch (IOException noJson) {
      return new Mutants(body, MissingNode.getInstance());
    }
  }

  boolean isJson() {
    return root.isContainerNode();
  }

  /** The delivery, cut off at many places. */
  List<byte[]> cut() {
    int step = Math.max(1, body.length / CUTS);
    List<byte[]> all = new ArrayList<>();
    for (int length = 1; length < body.length; length += step) {
      all.add(Arrays.copyOf(body, length));
    }
    return all;
  }

  /** Each value in turn as something of another type. */
  List<byte[]> ofOtherTypes() {
    return replaced(
        "null", "true", "0", "-1", "1.5", "\"\"", "\" \"", "[]", "{}", "[null]", "[[]]");
  }

  /** Each value in turn as a number that fits nowhere. */
  List<byte[]> ofHugeNumbers() {
    return replaced(
        "9".repeat(400),
        "-" + "9".repeat(30),
        "1e400",
        "1e-400",
        "1e999999999",
        "\"" + "9".repeat(400) + "\"");
  }

  /** Each value in turn as a deep nest; and a nest that nobody reads. */
  List<byte[]> deep() {
    List<byte[]> all =
        new ArrayList<>(
            replaced(
                "[".repeat(DEEP) + "]".repeat(DEEP),
                "{\"a\":".repeat(DEEP) + "1" + "}".repeat(DEEP)));
    all.add("[".repeat(100_000).getBytes(StandardCharsets.UTF_8));
    all.add("{\"a\":".repeat(100_000).getBytes(StandardCharsets.UTF_8));
    return all;
  }

  /** Parts left out, named otherwise, exchanged or doubled; the seed makes them the same again. */
  List<byte[]> shuffled(long seed, int rounds) {
    List<JsonPointer> places = places();
    if (places.isEmpty()) {
      return List.of();
    }
    Random random = new Random(seed);
    List<byte[]> all = new ArrayList<>();
    for (int round = 0; round < rounds; round++) {
      JsonNode copy = root.deepCopy();
      for (int changes = 1 + random.nextInt(3); changes > 0; changes--) {
        shuffle(copy, places, random);
      }
      all.add(bytes(copy));
    }
    return all;
  }

  /** The same with a member in each object that nobody knows. */
  byte[] withUnknownMembers() {
    JsonNode copy = root.deepCopy();
    everyNode(
        copy,
        node -> {
          if (node instanceof ObjectNode object) {
            object.putObject("zz_added_later").put("version", 2).putArray("tags").add("new");
          }
        });
    return bytes(copy);
  }

  private List<byte[]> replaced(String... values) {
    List<byte[]> all = new ArrayList<>();
    // As text, because some of these values no tree could hold.
    String placeholder = "@@conformance@@";
    for (JsonPointer place : places()) {
      JsonNode copy = root.deepCopy();
      put(copy, place, MAKE.textNode(placeholder));
      String text = copy.toString();
      for (String value : values) {
        all.add(text.replace("\"" + placeholder + "\"", value).getBytes(StandardCharsets.UTF_8));
      }
    }
    return all;
  }

  private static void shuffle(JsonNode copy, List<JsonPointer> places, Random random) {
    JsonPointer one = places.get(random.nextInt(places.size()));
    JsonPointer other = places.get(random.nextInt(places.size()));
    JsonNode value = copy.at(one);
    switch (random.nextInt(4)) {
      case 0 -> remove(copy, one);
      case 1 -> put(copy, one, copy.at(other).deepCopy());
      case 2 -> {
        if (copy.at(one.head()) instanceof ArrayNode array && !value.isMissingNode()) {
          array.add(value.deepCopy());
        }
      }
      default -> {
        if (copy.at(one.head()) instanceof ObjectNode object && !value.isMissingNode()) {
          object.remove(one.last().getMatchingProperty());
          object.set(one.last().getMatchingProperty() + "x", value);
        }
      }
    }
  }

  private static void put(JsonNode root, JsonPointer place, JsonNode value) {
    JsonNode parent = root.at(place.head());
    JsonNode kept = value.isMissingNode() ? MAKE.nullNode() : value;
    if (parent instanceof ObjectNode object) {
      object.set(place.last().getMatchingProperty(), kept);
    } else if (parent instanceof ArrayNode array && isIn(array, place)) {
      // An earlier change may have put another kind of thing here, or taken some away.
      array.set(place.last().getMatchingIndex(), kept);
    }
  }

  private static boolean isIn(ArrayNode array, JsonPointer place) {
    int index = place.last().getMatchingIndex();
    return index >= 0 && index < array.size();
  }

  private static void remove(JsonNode root, JsonPointer place) {
    JsonNode parent = root.at(place.head());
    if (parent instanceof ObjectNode object) {
      object.remove(place.last().getMatchingProperty());
    } else if (parent instanceof ArrayNode array) {
      array.remove(place.last().getMatchingIndex());
    }
  }

  /** Every place but the root. */
  private List<JsonPointer> places() {
    List<JsonPointer> found = new ArrayList<>();
    find(root, JsonPointer.empty(), found);
    return found;
  }

  private static void find(JsonNode node, JsonPointer place, List<JsonPointer> found) {
    node.properties()
        .forEach(
            member -> {
              JsonPointer inner = place.appendProperty(member.getKey());
              found.add(inner);
              find(member.getValue(), inner, found);
            });
    if (node.isArray()) {
      for (int i = 0; i < node.size(); i++) {
        JsonPointer inner = place.appendIndex(i);
        found.add(inner);
        find(node.get(i), inner, found);
      }
    }
  }

  private static void everyNode(JsonNode node, Consumer<JsonNode> visitor) {
    node.forEach(child -> everyNode(child, visitor));
    visitor.accept(node);
  }

  private static byte[] bytes(JsonNode node) {
    return node.toString().getBytes(StandardCharsets.UTF_8);
  }
}
