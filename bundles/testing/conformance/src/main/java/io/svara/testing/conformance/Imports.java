package io.svara.testing.conformance;

import java.util.List;
import java.util.stream.Stream;

/** The packages that a plugin imports, as its manifest says. */
final class Imports {
  /** A comma outside quotes: versions stand in quotes and have commas of their own. */
  private static final String BETWEEN_CLAUSES = ",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)";

  /** As the host's list: what the packages of Java SE begin with, and nothing of a vendor. */
  private static final List<String> GRANTED =
      List.of("io.svara.api", "java", "javax", "org.ietf.jgss", "org.w3c.dom", "org.xml.sax");

  private Imports() {}

  /** Whether a plugin may import the package: the api's, or one that every Java platform has. */
  static boolean areGranted(String name) {
    return GRANTED.stream().anyMatch(root -> (name + ".").startsWith(root + "."));
  }

  static List<String> of(Plugin plugin) {
    String header = plugin.manifest().getMainAttributes().getValue("Import-Package");
    return header == null
        ? List.of()
        : Stream.of(header.split(BETWEEN_CLAUSES))
            .flatMap(clause -> Stream.of(clause.split(";")))
            .map(String::strip)
            .filter(part -> !part.contains("="))
            .toList();
  }
}
