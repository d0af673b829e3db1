package io.svara.gateway.rest;

import io.svara.gateway.session.Caller;
import java.util.Locale;
import java.util.function.Function;
import org.glassfish.jersey.server.ContainerRequest;
import org.glassfish.jersey.server.model.Parameter;
import org.glassfish.jersey.server.spi.internal.ValueParamProvider;

/**
 * Gives resource methods what they mark {@code @Context} of ours: the caller, the language, the
 * client. Taken from the request itself, not injected: injection would make proxy classes, which
 * need more of the framework than this room imports.
 */
final class FromRequest implements ValueParamProvider {
  @Override
  public Function<ContainerRequest, ?> getValueProvider(Parameter parameter) {
    Class<?> type = parameter.getRawType();
    if (type == Caller.class) {
      return request -> request.getProperty(Caller.ATTRIBUTE);
    } else if (type == Locale.class) {
      return RequestLanguage::of;
    } else if (type == Client.class) {
      return request -> request.getProperty(Client.ATTRIBUTE);
    }
    return null;
  }

  @Override
  public PriorityType getPriority() {
    return Priority.HIGH;
  }
}
