package io.svara.gateway.openapi;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.svara.gateway.json.Json;
import io.svara.gateway.rest.Resources;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.core.jackson.ModelResolver;
import io.swagger.v3.core.util.Json31;
import io.swagger.v3.jaxrs2.Reader;
import io.swagger.v3.jaxrs2.ext.OpenAPIExtension;
import io.swagger.v3.jaxrs2.ext.OpenAPIExtensions;
import io.swagger.v3.oas.integration.SwaggerConfiguration;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;

/** Writes the OpenAPI document: {@code OpenApiWriter FILE VERSION}. */
public final class OpenApiWriter {
  private OpenApiWriter() {}

  public static void main(String[] arguments) throws IOException {
    ObjectMapper mapper = Json.newMapper();
    // The library reads bodies of requests by its converters for OpenAPI 3.0, whatever is asked
    // for.
    for (boolean openApi31 : List.of(true, false)) {
      ModelConverters converters = ModelConverters.getInstance(openApi31);
      // The converter that was added last is asked first.
      converters.addConverter(new ModelResolver(mapper, new SchemaNames()));
      converters.addConverter(new WireTypes(mapper));
    }
    List<OpenAPIExtension> extensions = new ArrayList<>(OpenAPIExtensions.getExtensions());
    extensions.add(0, new RolesAndProblems());
    OpenAPIExtensions.setExtensions(extensions);
    OpenAPI document =
        new Reader(new SwaggerConfiguration().openAPI(frame(arguments[1])).openAPI31(true))
            .read(new LinkedHashSet<>(Resources.classes()));
    Files.writeString(Path.of(arguments[0]), Json31.pretty(document));
  }

  private static OpenAPI frame(String version) {
    return new OpenAPI()
        .info(
            new Info()
                .title("Svara")
                .version(version)
                .description(
                    "Cases, contacts and deliveries, and the care of them. Errors are RFC 9457"
                        + " problems. Events are at /api/v1/events as a text/event-stream.")
                .license(new License().name("Apache-2.0").identifier("Apache-2.0")))
        .addServersItem(new Server().url("/api/v1"))
        .components(
            new Components()
                .addSecuritySchemes(
                    RolesAndProblems.TOKEN,
                    new SecurityScheme().type(SecurityScheme.Type.HTTP).scheme("bearer"))
                .addSecuritySchemes(
                    RolesAndProblems.SESSION,
                    new SecurityScheme()
                        .type(SecurityScheme.Type.APIKEY)
                        .in(SecurityScheme.In.COOKIE)
                        .name("svara_session")
                        .description(
                            "Besides, every request that changes something carries the session's"
                                + " csrf value in the header X-Svara-CSRF."))
                .addSchemas("Problem", RolesAndProblems.schema()));
  }
}
