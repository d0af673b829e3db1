package io.svara.testing.platforms.facebook;

import io.svara.testing.platforms.Call;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An API call that passed the door.
 *
 * @param page whose token it bears
 * @param objectId the node; {@code me} is already the page's id
 * @param edge empty for the node itself
 * @param method GET, POST or DELETE
 */
record GraphRequest(
    Call call,
    String base,
    Token token,
    PageAccount page,
    String objectId,
    String edge,
    String method) {

  FieldSelection fields() {
    return FieldSelection.parse(call.text("fields"));
  }

  Paging paging() {
    Map<String, String> parameters = new LinkedHashMap<>(call.parameters());
    parameters.remove("appsecret_proof");
    parameters.put("access_token", token.value());
    return new Paging(base + call.path(), parameters);
  }

  String required(String parameter) {
    return call.text(parameter)
        .filter(value -> !value.isBlank())
        .orElseThrow(
            () ->
                GraphError.invalidParameter("The parameter " + parameter + " is required")
                    .toException());
  }

  GraphException noSuchObject() {
    return GraphError.noSuchObject(method, objectId).toException();
  }

  /** The post, comment or review that the call names, if it stands on this token's page. */
  Content content(World world) {
    return world
        .content(objectId)
        .filter(content -> content.pageId().equals(page.page().id()))
        .orElseThrow(this::noSuchObject);
  }
}
