package io.svara.testing.conformance;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.svara.api.channel.RawDelivery.MalformedBody;
import io.svara.api.message.Tree;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** JSON to trees and back, within the limits that the host has. */
final class Trees {
  private static final int DEEPEST = 200;
  private static final int MOST_DIGITS = 1_000;

  // Made once, since making one costs more than reading with it; it never sees a plugin's class.
  private static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(DEEPEST)
                          .maxNumberLength(MOST_DIGITS)
                          .build())
                  .build())
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  /** Jackson's own tree, for those who change documents. */
  JsonNode node(byte[] json) throws java.io.IOException {
    return MAPPER.readTree(json);
  }

  Tree read(String json) {
    JsonNode node;
    try {
      node = MAPPER.readTree(json);
    } catch (JsonProcessingException wrong) {
      throw new MalformedBody("This is no JSON, or longer or deeper than is read.");
    }
    if (node.isMissingNode()) {
      throw new MalformedBody("This is no JSON: there is nothing.");
    }
    return tree(node);
  }

  String write(Tree tree) {
    return node(tree).toString();
  }

  private static Tree tree(JsonNode node) {
    if (node.isObject()) {
      Map<String, Tree> members = new LinkedHashMap<>();
      node.properties().forEach(member -> members.put(member.getKey(), tree(member.getValue())));
      return new Tree.Branch(members);
    }
    if (node.isArray()) {
      List<Tree> items = new ArrayList<>();
      node.forEach(item -> items.add(tree(item)));
      return new Tree.Row(items);
    }
    if (node.isTextual()) {
      return new Tree.Text(node.textValue());
    }
    if (node.isNumber()) {
      return digits(node.decimalValue());
    }
    return node.isBoolean() ? new Tree.Flag(node.booleanValue()) : Tree.Nothing.NOTHING;
  }

  private static Tree digits(BigDecimal number) {
    // Written out, 1e999999999 would be a gigabyte of zeros; the host refuses it as well.
    if (Math.abs((long) number.scale()) > MOST_DIGITS) {
      throw new MalformedBody("This JSON has a number whose exponent is beyond " + MOST_DIGITS);
    }
    return new Tree.Digits(number);
  }

  private static JsonNode node(Tree tree) {
    JsonNodeFactory make = JsonNodeFactory.instance;
    if (tree instanceof Tree.Branch branch) {
      ObjectNode object = make.objectNode();
      branch.members().forEach((name, value) -> object.set(name, node(value)));
      return object;
    }
    if (tree instanceof Tree.Row row) {
      ArrayNode array = make.arrayNode();
      row.items().forEach(item -> array.add(node(item)));
      return array;
    }
    if (tree instanceof Tree.Digits digits) {
      return make.numberNode(digits.value());
    }
    if (tree instanceof Tree.Flag flag) {
      return make.booleanNode(flag.value());
    }
    return tree.text().<JsonNode>map(make::textNode).orElseGet(make::nullNode);
  }
}
