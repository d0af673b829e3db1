package io.svara.gateway.rest;

import io.svara.gateway.problem.Problem;
import io.svara.gateway.problem.Stopped;
import io.svara.gateway.problem.Texts;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.Supplier;

/** Refuses a request without a body where the resource reads one. */
final class BodyRequired implements ReaderInterceptor {
  private final Supplier<Locale> language;

  BodyRequired(Supplier<Locale> language) {
    this.language = language;
  }

  @Override
  public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
    Object body = context.proceed();
    boolean optional =
        Arrays.stream(context.getAnnotations()).anyMatch(MayBeLeftOut.class::isInstance);
    if (body == null && !optional) {
      throw new Stopped(Problem.of(400, Texts.of(language.get(), "noBody")));
    }
    return body;
  }
}
