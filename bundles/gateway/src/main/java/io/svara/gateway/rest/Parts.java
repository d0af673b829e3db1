package io.svara.gateway.rest;

import java.util.List;
import org.glassfish.jersey.internal.inject.AbstractBinder;
import org.glassfish.jersey.server.spi.internal.ValueParamProvider;

/** Hands Jersey the resources as they were made, so that it makes and injects none itself. */
final class Parts extends AbstractBinder {
  private final List<Object> resources;

  Parts(List<Object> resources) {
    this.resources = resources;
  }

  @Override
  protected void configure() {
    bind(new FromRequest()).to(ValueParamProvider.class);
    resources.forEach(this::bindResource);
  }

  @SuppressWarnings("unchecked")
  private <T> void bindResource(T resource) {
    bind(resource).to((Class<T>) resource.getClass());
  }
}
