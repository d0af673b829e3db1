package io.svara.host.clock;

import io.svara.engine.clock.SettableClock;
import java.time.InstantSource;
import java.util.Dictionary;
import java.util.Map;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;

/**
 * Registers the time as the service {@link InstantSource}: this machine's clock or, with {@code
 * -Dsvara.clock=test}, one that a test sets through {@link SettableClock}.
 */
@Component(
    service = {},
    immediate = true)
public final class Clocks {
  private static final String PROPERTY = "svara.clock";

  private final ServiceRegistration<?> registration;

  @Activate
  public Clocks(BundleContext context) {
    if ("test".equals(context.getProperty(PROPERTY))) {
      registration =
          context.registerService(
              new String[] {InstantSource.class.getName(), SettableClock.class.getName()},
              new TestClock(InstantSource.system()),
              named("test"));
    } else {
      registration =
          context.registerService(InstantSource.class, InstantSource.system(), named("system"));
    }
  }

  private static Dictionary<String, ?> named(String clock) {
    return FrameworkUtil.asDictionary(Map.of(PROPERTY, clock));
  }

  @Deactivate
  void stop() {
    registration.unregister();
  }
}
