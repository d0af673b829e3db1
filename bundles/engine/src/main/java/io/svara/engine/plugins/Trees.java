package io.svara.engine.plugins;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import io.svara.api.channel.RawDelivery.MalformedBody;
import io.svara.api.message.Tree;
import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads and writes the trees of the plugin api with Jackson's streaming parser: no data binding, so
 * no type cache that could hold a plugin's class. Thread-safe.
 */
public final class Trees {
  private static final int DEPTH = 200;

  private final JsonFactory json =
      new JsonFactoryBuilder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(DEPTH)
                  .maxStringLength(64 << 20)
                  .build())
          .build();

  /**
   * Reads one JSON value.
   *
   * @throws MalformedBody when it is none, naming line and column; never a part of the content
   */
  public Tree read(byte[] bytes) {
    try (JsonParser parser = json.createParser(bytes)) {
      if (parser.nextToken() == null) {
        throw new MalformedBody("The body is empty, not JSON.");
      }
      Tree tree = value(parser);
      if (parser.nextToken() != null) {
        throw new MalformedBody("Behind the JSON value there is more" + where(parser) + ".");
      }
      return tree;
    } catch (IOException e) {
      throw new MalformedBody("The body is not JSON" + where(e) + ".");
    }
  }

  private Tree value(JsonParser parser) throws IOException {
    return switch (parser.currentToken()) {
      case START_OBJECT -> branch(parser);
      case START_ARRAY -> row(parser);
      case VALUE_STRING -> new Tree.Text(parser.getText());
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new Tree.Digits(parser.getDecimalValue());
      case VALUE_TRUE -> new Tree.Flag(true);
      case VALUE_FALSE -> new Tree.Flag(false);
      default -> Tree.Nothing.NOTHING;
    };
  }

  private Tree branch(JsonParser parser) throws IOException {
    Map<String, Tree> members = new LinkedHashMap<>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = parser.currentName();
      parser.nextToken();
      members.put(name, value(parser));
    }
    return new Tree.Branch(members);
  }

  private Tree row(JsonParser parser) throws IOException {
    List<Tree> items = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      items.add(value(parser));
    }
    return new Tree.Row(items);
  }

  private static String where(JsonParser parser) {
    return " (line "
        + parser.currentLocation().getLineNr()
        + ", column "
        + parser.currentLocation().getColumnNr()
        + ")";
  }

  private static String where(IOException e) {
    return e instanceof com.fasterxml.jackson.core.JsonProcessingException j
            && j.getLocation() != null
        ? " (line "
            + j.getLocation().getLineNr()
            + ", column "
            + j.getLocation().getColumnNr()
            + ")"
        : "";
  }

  /** The tree as JSON text. */
  public String write(Tree tree) {
    StringWriter text = new StringWriter();
    try (JsonGenerator generator = json.createGenerator(text)) {
      put(tree, generator);
    } catch (IOException e) {
      throw new IllegalStateException("Writing JSON into memory failed.", e);
    }
    return text.toString();
  }

  private void put(Tree tree, JsonGenerator generator) throws IOException {
    if (tree instanceof Tree.Branch branch) {
      generator.writeStartObject();
      for (Map.Entry<String, Tree> member : branch.members().entrySet()) {
        generator.writeFieldName(member.getKey());
        put(member.getValue(), generator);
      }
      generator.writeEndObject();
    } else if (tree instanceof Tree.Row row) {
      generator.writeStartArray();
      for (Tree item : row.items()) {
        put(item, generator);
      }
      generator.writeEndArray();
    } else if (tree instanceof Tree.Text text) {
      generator.writeString(text.value());
    } else if (tree instanceof Tree.Digits digits) {
      generator.writeNumber(digits.value());
    } else if (tree instanceof Tree.Flag flag) {
      generator.writeBoolean(flag.value());
    } else {
      generator.writeNull();
    }
  }
}
