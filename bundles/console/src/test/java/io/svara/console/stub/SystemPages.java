package io.svara.console.stub;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Iterator;

/** Contacts, channels, deliveries, plugins: answered from {@code system.json}, which can change. */
final class SystemPages {
  private final ObjectNode state;

  SystemPages() {
    try (InputStream in = SystemPages.class.getResourceAsStream("system.json")) {
      state = (ObjectNode) new ObjectMapper().readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException("system.json of the stub cannot be read.", e);
    }
  }

  synchronized Answer answer(String[] path, String method, JsonNode asked) {
    if (path[0].equals("contacts")) {
      return contacts(path);
    }
    if (path[0].equals("quarantine") && path.length > 1) {
      ((ArrayNode) state.at("/quarantine/deliveries")).removeAll();
      return Answer.ok(state.objectNode().put("replayed", 1));
    }
    if (path[0].equals("accounts") && path.length == 3 && path[2].equals("check")) {
      return Answer.ok(state.get("check"));
    }
    if (path[0].equals("plugins") && path.length == 1 && method.equals("POST")) {
      return keep(asked.asText().split(" "));
    }
    if (path[0].equals("plugins") && path.length == 5) {
      JsonNode report = state.at("/reports/" + path[3]);
      return report.isMissingNode() ? Answer.problem(404, "It is gone.") : Answer.ok(report);
    }
    if (method.equals("PUT")) {
      return define(path[0], path[1], (ObjectNode) asked);
    }
    if (method.equals("DELETE")) {
      remove(path[0], path[1]);
      return new Answer(204, null);
    }
    JsonNode found = state.get(path[0]);
    return found == null ? Answer.problem(404, "There is no " + path[0] + ".") : Answer.ok(found);
  }

  private Answer contacts(String[] path) {
    ArrayNode all = (ArrayNode) state.at("/contacts/contacts");
    if (path.length == 1) {
      return Answer.ok(state.get("contacts"));
    }
    ObjectNode contact = ((ObjectNode) all.get(0)).deepCopy();
    contact.put("id", path[1]).put("name", path[1].replaceFirst("^p-", ""));
    ((ObjectNode) contact.at("/handles/0")).put("name", path[1].replaceFirst("^p-", ""));
    return Answer.ok(contact);
  }

  /** Of the facebook connector, whatever is sent. */
  private Answer keep(String[] pluginAndVersion) {
    ObjectNode version = ((ArrayNode) state.at("/plugins/lines/0/versions")).addObject();
    version.put("version", pluginAndVersion[1]).put("kept", true);
    version.putObject("conformance").put("standing", "none");
    version.set("traffic", state.at("/plugins/lines/0/versions/0/traffic"));
    ObjectNode kept = state.objectNode().put("plugin", pluginAndVersion[0]);
    return new Answer(201, kept.put("version", pluginAndVersion[1]));
  }

  private Answer define(String kind, String name, ObjectNode settings) {
    if (settings.path("pageId").asText("1").matches(".*\\D.*")) {
      return Answer.problem(422, "pageId has digits only.");
    }
    remove(kind, name);
    ObjectNode place = ((ArrayNode) state.at("/" + kind + "/" + kind)).addObject();
    place.put("name", name).set("channel", settings.remove("channel"));
    place.putArray("secrets").add("accessToken");
    settings.remove("accessToken");
    place.set("settings", settings);
    place.put("ready", true).put("waiting", 0).put("connector", "0.1.0");
    place.put("url", "http://127.0.0.1:8181/hooks/" + name);
    return Answer.ok(place);
  }

  private void remove(String kind, String name) {
    Iterator<JsonNode> places = state.at("/" + kind + "/" + kind).iterator();
    while (places.hasNext()) {
      if (places.next().get("name").asText().equals(name)) {
        places.remove();
      }
    }
  }
}
