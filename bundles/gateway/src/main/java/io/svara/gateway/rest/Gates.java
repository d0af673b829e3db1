package io.svara.gateway.rest;

import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.DynamicFeature;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.FeatureContext;

/** Puts a gate before every resource method, as its {@link Needs} says. */
final class Gates implements DynamicFeature {
  @Override
  public void configure(ResourceInfo resource, FeatureContext context) {
    Needs needs = resource.getResourceMethod().getAnnotation(Needs.class);
    // Jersey answers OPTIONS by methods of its own, which cannot say what they need.
    context.register(
        new Gate(needs == null ? Permission.SIGNED_IN : needs.value()), Priorities.AUTHORIZATION);
  }
}
