package io.svara.host.json;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import io.svara.api.channel.RawDelivery.MalformedBody;
import io.svara.api.message.Tree;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads one tree from a parser whose factory limits depth and length. */
final class TreeReader {
  // 1e999999999 is eleven characters of JSON and a gigabyte of plain digits.
  private static final int MAX_SCALE = 1_000;

  private final JsonParser parser;

  TreeReader(JsonParser parser) {
    this.parser = parser;
  }

  Tree document() throws IOException {
    JsonToken first = parser.nextToken();
    if (first == null) {
      throw new MalformedBody("This is no JSON: there is nothing.");
    }
    Tree tree = value(first);
    if (parser.nextToken() != null) {
      throw new MalformedBody(
          "This is no JSON: something follows its end," + place(parser.currentTokenLocation()));
    }
    return tree;
  }

  private Tree value(JsonToken token) throws IOException {
    return switch (token) {
      case START_OBJECT -> branch();
      case START_ARRAY -> row();
      case VALUE_STRING -> new Tree.Text(parser.getText());
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> digits();
      case VALUE_TRUE -> new Tree.Flag(true);
      case VALUE_FALSE -> new Tree.Flag(false);
      default -> Tree.Nothing.NOTHING;
    };
  }

  private Tree branch() throws IOException {
    Map<String, Tree> members = new LinkedHashMap<>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = parser.currentName();
      members.put(name, value(parser.nextToken()));
    }
    return new Tree.Branch(members);
  }

  private Tree row() throws IOException {
    List<Tree> items = new ArrayList<>();
    for (JsonToken token = parser.nextToken();
        token != JsonToken.END_ARRAY;
        token = parser.nextToken()) {
      items.add(value(token));
    }
    return new Tree.Row(items);
  }

  private Tree digits() throws IOException {
    BigDecimal number = parser.getDecimalValue();
    if (Math.abs((long) number.scale()) > MAX_SCALE) {
      throw new MalformedBody(
          "This JSON has a number whose exponent is beyond "
              + MAX_SCALE
              + ","
              + place(parser.currentTokenLocation()));
    }
    return new Tree.Digits(number);
  }

  /** What is wrong, by its place alone: the parser's own words quote the text. */
  static String where(JsonProcessingException wrong) {
    return "This is no JSON, or longer or deeper than is read," + place(wrong.getLocation());
  }

  private static String place(JsonLocation location) {
    return location == null
        ? " at an unknown place."
        : " at line " + location.getLineNr() + ", column " + location.getColumnNr() + ".";
  }
}
