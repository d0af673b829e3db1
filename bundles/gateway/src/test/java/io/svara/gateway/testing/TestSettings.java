package io.svara.gateway.testing;

import io.svara.gateway.settings.Settings;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Map;

/** Settings with their defaults, but for those given. */
public final class TestSettings {
  private TestSettings() {}

  public static Settings with(Map<String, Object> given) {
    return (Settings)
        Proxy.newProxyInstance(
            Settings.class.getClassLoader(),
            new Class<?>[] {Settings.class},
            (proxy, method, arguments) -> value(method, given));
  }

  private static Object value(Method method, Map<String, Object> given) {
    return given.getOrDefault(method.getName(), method.getDefaultValue());
  }
}
