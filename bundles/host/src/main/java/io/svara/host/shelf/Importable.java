package io.svara.host.shelf;

import java.util.List;

/** The packages that a plugin may import: the api's, and those that every Java platform has. */
public final class Importable {
  private static final List<String> API = List.of("io.svara.api");

  /**
   * What the packages of Java SE 17 begin with, by its API specification. Not {@code com.sun},
   * {@code jdk} and {@code sun}: these are the vendor's, and a library can do without.
   */
  private static final List<String> PLATFORM =
      List.of("java", "javax", "org.ietf.jgss", "org.w3c.dom", "org.xml.sax");

  private Importable() {}

  /** Whether a package is part of the api. */
  public static boolean isApi(String name) {
    return within(API, name);
  }

  /** Whether a package is the platform's, provided that the framework itself exports it. */
  public static boolean isPlatform(String name) {
    return within(PLATFORM, name);
  }

  private static boolean within(List<String> roots, String name) {
    return roots.stream().anyMatch(root -> (name + ".").startsWith(root + "."));
  }
}
