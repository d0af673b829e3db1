package io.svara.testing.platforms.facebook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * JSON as Meta writes it: what is not ASCII as <code>\\uXXXX</code> with lower-case digits, slashes
 * as {@code \/}. "We generate the signature using an escaped unicode version of the payload, with
 * lowercase hex digits": a receiver that parses and writes again before checking the signature
 * fails on the first ö.
 *
 * @see <a href="https://developers.facebook.com/docs/graph-api/webhooks/getting-started/">Webhooks:
 *     Get Started, Validating Payloads</a>
 */
final class MetaJson {
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(JsonWriteFeature.ESCAPE_NON_ASCII, JsonWriteFeature.ESCAPE_FORWARD_SLASHES)
          .disable(JsonWriteFeature.WRITE_HEX_UPPER_CASE)
          .build();

  private MetaJson() {}

  static ObjectNode object() {
    return MAPPER.createObjectNode();
  }

  static ArrayNode array() {
    return MAPPER.createArrayNode();
  }

  static String write(JsonNode node) {
    try {
      return MAPPER.writeValueAsString(node);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("A JSON tree could not be written.", impossible);
    }
  }
}
