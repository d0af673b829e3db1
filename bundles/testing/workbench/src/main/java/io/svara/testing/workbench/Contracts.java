package io.svara.testing.workbench;

import io.svara.testing.conformance.ChannelContract;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Finds the one contract among a project's test classes, so that nobody has to name it. */
final class Contracts {
  private static final String CLASS = ".class";

  private Contracts() {}

  static ChannelContract in(Path folder) throws IOException {
    List<Class<?>> found;
    try (Stream<Path> files = Files.walk(folder)) {
      found =
          files
              .filter(file -> file.toString().endsWith(CLASS))
              .map(file -> folder.relativize(file).toString())
              .sorted()
              .<Class<?>>map(Contracts::load)
              .filter(Contracts::isContract)
              .filter(Contracts::isWanted)
              .toList();
    }
    if (found.size() != 1) {
      throw new IllegalStateException(
          "Wanted: one class that implements ChannelContract in "
              + folder
              + "; found: "
              + found
              + ". Where there are several, name one: -Dsvara.contract="
              + found.stream().map(Class::getName).findFirst().orElse("org.example.BellTest"));
    }
    return made(found.get(0));
  }

  /**
   * Whether it is the class that somebody named, in full or without its package; if anybody did.
   */
  private static boolean isWanted(Class<?> type) {
    String wanted = System.getProperty("svara.contract", "");
    return wanted.isEmpty() || wanted.equals(type.getName()) || wanted.equals(type.getSimpleName());
  }

  private static Class<?> load(String file) {
    String name = file.substring(0, file.length() - CLASS.length()).replaceAll("[/\\\\]", ".");
    try {
      return Class.forName(name, false, Thread.currentThread().getContextClassLoader());
    } catch (ClassNotFoundException elsewhere) {
      throw new IllegalStateException("Not on the class path of tests: " + name, elsewhere);
    }
  }

  private static boolean isContract(Class<?> type) {
    return ChannelContract.class.isAssignableFrom(type)
        && !Modifier.isAbstract(type.getModifiers());
  }

  private static ChannelContract made(Class<?> type) {
    try {
      Constructor<?> constructor = type.getDeclaredConstructor();
      constructor.setAccessible(true);
      return (ChannelContract) constructor.newInstance();
    } catch (ReflectiveOperationException unusable) {
      throw new IllegalStateException(
          type.getName() + " cannot be made: it needs a constructor without arguments.", unusable);
    }
  }
}
