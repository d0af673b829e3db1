package io.svara.gateway.openapi;

import io.svara.gateway.rest.Needs;
import io.svara.gateway.rest.Permission;
import io.swagger.v3.jaxrs2.ext.AbstractOpenAPIExtension;
import io.swagger.v3.jaxrs2.ext.OpenAPIExtension;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import java.lang.reflect.Method;
import java.util.Iterator;

/** Says of every operation which roles it needs and that failures are problems. */
final class RolesAndProblems extends AbstractOpenAPIExtension {
  static final String TOKEN = "token";
  static final String SESSION = "session";

  private static final String DEFAULT = "default";

  @Override
  public void decorateOperation(
      Operation operation, Method method, Iterator<OpenAPIExtension> chain) {
    String resource = method.getDeclaringClass().getSimpleName().replaceAll("Resource$", "");
    operation.setOperationId(resource + "." + method.getName());
    operation.setResponses(successes(operation.getResponses(), method));
    Permission permission = method.getAnnotation(Needs.class).value();
    if (permission == Permission.ANYBODY) {
      operation.setDescription("For anybody.");
    } else {
      operation.setDescription("One of these roles is needed: " + permission.names() + ".");
      operation.addSecurityItem(new SecurityRequirement().addList(TOKEN));
      operation.addSecurityItem(new SecurityRequirement().addList(SESSION));
      problem(operation, "401", "Not signed in");
      problem(operation, "403", "The roles do not allow it, or the CSRF header is missing");
    }
    problem(operation, DEFAULT, "What went wrong");
    if (chain.hasNext()) {
      chain.next().decorateOperation(operation, method, chain);
    }
  }

  /** The library calls what a method returns the default; here that is what goes wrong. */
  private static ApiResponses successes(ApiResponses known, Method method) {
    ApiResponses responses = new ApiResponses();
    if (known != null) {
      known.forEach(
          (status, response) ->
              responses.addApiResponse(
                  status.equals(DEFAULT) ? success(method) : status,
                  response.description(
                      status.equals(DEFAULT) ? "As asked" : response.getDescription())));
    }
    return responses;
  }

  private static String success(Method method) {
    return method.getReturnType() == void.class ? "204" : "200";
  }

  private static void problem(Operation operation, String status, String description) {
    MediaType problem = new MediaType().schema(new Schema<>().$ref("#/components/schemas/Problem"));
    operation
        .getResponses()
        .addApiResponse(
            status,
            new ApiResponse()
                .description(description)
                .content(new Content().addMediaType("application/problem+json", problem)));
  }

  static Schema<?> schema() {
    return new ObjectSchema()
        .description("RFC 9457")
        .addProperty("type", new StringSchema())
        .addProperty("title", new StringSchema())
        .addProperty("status", new IntegerSchema())
        .addProperty("detail", new StringSchema().description("in Swedish or English"))
        .addProperty("instance", new StringSchema())
        .addProperty("id", new StringSchema().description("with 500: where it is in the log"))
        .addProperty(
            "currentVersion", new IntegerSchema().description("with 409: the version that is now"));
  }
}
