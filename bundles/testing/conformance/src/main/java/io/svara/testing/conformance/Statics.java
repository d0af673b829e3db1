package io.svara.testing.conformance;

import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.Timer;
import java.util.stream.Stream;

/** Finds static fields that hold state, in a connector's package and those below it. */
final class Statics {
  /** The classes that {@code List.of} and its like, and {@code Collections}, make. */
  private static final Set<String> UNCHANGING =
      Set.of("java.util.ImmutableCollections", "java.util.Collections$Unmodifiable");

  private Statics() {}

  static List<String> mutable(Class<?> connector) {
    String folder = connector.getPackageName().replace('.', '/');
    List<String> names = Plugin.of(connector).files(root -> classes(root, folder));
    List<String> found = new ArrayList<>();
    for (String name : names) {
      try {
        for (Field field :
            Class.forName(name, false, connector.getClassLoader()).getDeclaredFields()) {
          if (holdsState(field)) {
            found.add(name + "." + field.getName());
          }
        }
      } catch (ClassNotFoundException | LinkageError needsWhatIsNotHere) {
        // A class that cannot be loaded here cannot hold anything here.
      }
    }
    return found;
  }

  private static List<String> classes(Path root, String folder) throws IOException {
    try (Stream<Path> files = Files.walk(root.resolve(folder))) {
      return files
          .map(file -> root.relativize(file).toString().replace('\\', '/'))
          .filter(file -> file.endsWith(".class") && !file.endsWith("-info.class"))
          .map(file -> file.substring(0, file.length() - ".class".length()).replace('/', '.'))
          .toList();
    }
  }

  private static boolean holdsState(Field field) {
    if (!Modifier.isStatic(field.getModifiers()) || field.isSynthetic()) {
      return false;
    }
    if (!Modifier.isFinal(field.getModifiers())) {
      return true;
    }
    field.setAccessible(true);
    try {
      return isMutable(field.get(null));
    } catch (IllegalAccessException | LinkageError unreadable) {
      return false;
    }
  }

  private static boolean isMutable(Object value) {
    if (value instanceof Collection<?> || value instanceof Map<?, ?>) {
      String type = value.getClass().getName();
      return UNCHANGING.stream().noneMatch(type::startsWith)
          && value != Collections.EMPTY_LIST
          && value != Collections.EMPTY_MAP
          && value != Collections.EMPTY_SET;
    }
    return value instanceof ThreadLocal<?>
        || value instanceof Timer
        || value instanceof Thread
        || (value != null
            && value.getClass().getName().startsWith("java.util.concurrent.")
            && !(value instanceof Enum<?>));
  }
}
