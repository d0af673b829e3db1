package io.svara.channel.facebook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.svara.api.channel.RawDelivery;
import io.svara.api.message.Tree;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Trees from text and back, as the host makes them. */
final class Json {

  private final ObjectMapper mapper =
      new ObjectMapper()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  Tree read(String json) {
    try {
      return tree(mapper.readTree(json));
    } catch (JsonProcessingException e) {
      throw new RawDelivery.MalformedBody(e.getOriginalMessage());
    }
  }

  String write(Tree tree) {
    return node(tree).toString();
  }

  private static Tree tree(JsonNode node) {
    if (node.isObject()) {
      Map<String, Tree> members = new LinkedHashMap<>();
      node.properties().forEach(entry -> members.put(entry.getKey(), tree(entry.getValue())));
      return new Tree.Branch(members);
    }
    if (node.isArray()) {
      List<Tree> items = new ArrayList<>();
      node.forEach(item -> items.add(tree(item)));
      return new Tree.Row(items);
    }
    if (node.isTextual()) {
      return Tree.of(node.textValue());
    }
    if (node.isNumber()) {
      return new Tree.Digits(node.decimalValue());
    }
    return node.isBoolean() ? new Tree.Flag(node.booleanValue()) : Tree.Nothing.NOTHING;
  }

  private static JsonNode node(Tree tree) {
    JsonNodeFactory make = JsonNodeFactory.instance;
    if (tree instanceof Tree.Branch branch) {
      ObjectNode object = make.objectNode();
      branch.members().forEach((name, value) -> object.set(name, node(value)));
      return object;
    }
    return make.textNode(tree.text().orElseThrow());
  }
}
