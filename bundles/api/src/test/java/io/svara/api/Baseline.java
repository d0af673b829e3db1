package io.svara.api;

import japicmp.cmp.JApiCmpArchive;
import japicmp.cmp.JarArchiveComparator;
import japicmp.cmp.JarArchiveComparatorOptions;
import japicmp.model.JApiClass;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** What a plugin that was built against the frozen api would miss in the one that was built now. */
final class Baseline {
  private Baseline() {}

  /**
   * Names of classes that changed incompatibly, each with what happened to it; empty when all is
   * well.
   */
  static List<String> broken(Path frozen, Path built) {
    JarArchiveComparatorOptions options = new JarArchiveComparatorOptions();
    options.getIgnoreMissingClasses().setIgnoreAllMissingClasses(true);
    return new JarArchiveComparator(options)
            .compare(
                new JApiCmpArchive(frozen.toFile(), "frozen"),
                new JApiCmpArchive(built.toFile(), "built"))
            .stream()
            .filter(c -> !c.isBinaryCompatible() || !c.isSourceCompatible())
            .map(Baseline::words)
            .toList();
  }

  private static String words(JApiClass changed) {
    return changed.getFullyQualifiedName()
        + " was "
        + changed.getChangeStatus().name().toLowerCase(Locale.ROOT)
        + " incompatibly: "
        + changed.getCompatibilityChanges()
        + changed.getMethods().stream()
            .filter(m -> !m.isBinaryCompatible() || !m.isSourceCompatible())
            .map(m -> " " + m.getName() + " " + m.getCompatibilityChanges())
            .toList();
  }
}
