package io.svara.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.svara.testing.browser.Chromium;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives each test a fresh {@link Console}, and fails it when the browser complained. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(InBrowser.Fixture.class)
@interface InBrowser {

  /** One browser for the run, one console for each test. */
  final class Fixture implements ParameterResolver, AfterEachCallback {
    private static final Namespace HERE = Namespace.create(InBrowser.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
      return parameter.getParameter().getType() == Console.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
      Chromium chromium =
          test.getRoot()
              .getStore(HERE)
              .getOrComputeIfAbsent(Chromium.class, key -> Chromium.start(), Chromium.class);
      return test.getStore(HERE)
          .getOrComputeIfAbsent(Console.class, key -> console(chromium), Console.class);
    }

    private static Console console(Chromium chromium) {
      try {
        return new Console(chromium.browser());
      } catch (IOException e) {
        throw new UncheckedIOException("The stub of the gateway did not start.", e);
      }
    }

    @Override
    public void afterEach(ExtensionContext test) {
      Console console = test.getStore(HERE).get(Console.class, Console.class);
      if (console != null) {
        assertThat(console.complaints()).as("what the browser complained about").isEmpty();
      }
    }
  }
}
