package io.svara.console.stub;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** What the stub answers: a status and JSON, or no body. */
record Answer(int status, JsonNode body) {
  static Answer ok(JsonNode body) {
    return new Answer(200, body);
  }

  static Answer problem(int status, String detail) {
    return new Answer(status, problemBody(status, detail));
  }

  static ObjectNode problemBody(int status, String detail) {
    return JsonNodeFactory.instance.objectNode().put("status", status).put("detail", detail);
  }
}
