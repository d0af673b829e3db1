package io.svara.command;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;

/** What a command answered: {@code {"output": …, "exitCode": …, "error": …}}. */
record Answer(String output, int exitCode, String error) {
  static Answer read(JsonFactory json, InputStream body) throws IOException {
    String output = "";
    int exitCode = 1;
    String error = "";
    try (JsonParser parser = json.createParser(body)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw new IOException("Not a JSON object");
      }
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        String field = parser.currentName();
        parser.nextToken();
        switch (field) {
          case "output" -> output = parser.getValueAsString("");
          case "exitCode" -> exitCode = parser.getIntValue();
          case "error" -> error = parser.getValueAsString("");
          default -> parser.skipChildren();
        }
      }
    }
    return new Answer(output, exitCode, error);
  }
}
