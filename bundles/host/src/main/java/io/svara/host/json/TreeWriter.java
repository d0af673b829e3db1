package io.svara.host.json;

import com.fasterxml.jackson.core.JsonGenerator;
import io.svara.api.message.Tree;
import java.io.IOException;
import java.util.Map;

/** Writes one tree to a generator. */
final class TreeWriter {
  private final JsonGenerator generator;
  private final int maxDepth;

  TreeWriter(JsonGenerator generator, int maxDepth) {
    this.generator = generator;
    this.maxDepth = maxDepth;
  }

  void write(Tree tree) throws IOException {
    write(tree, 0);
  }

  private void write(Tree tree, int depth) throws IOException {
    if (depth > maxDepth) {
      throw new IllegalArgumentException(
          "A tree may be " + maxDepth + " deep; this one is deeper.");
    }
    if (tree instanceof Tree.Branch branch) {
      generator.writeStartObject();
      for (Map.Entry<String, Tree> member : branch.members().entrySet()) {
        generator.writeFieldName(member.getKey());
        write(member.getValue(), depth + 1);
      }
      generator.writeEndObject();
    } else if (tree instanceof Tree.Row row) {
      generator.writeStartArray();
      for (Tree item : row.items()) {
        write(item, depth + 1);
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
