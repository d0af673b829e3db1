package io.svara.testing.conformance;

import java.util.List;
import java.util.stream.Stream;

/** The packages that a plugin imports, as its manifest says. */
final class Imports {
  /** A comma outside quotes: versions stand in quotes and have commas of their own. */
  private static final String BETWEEN_CLAUSES = ",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)";

  private Imports() {}

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
