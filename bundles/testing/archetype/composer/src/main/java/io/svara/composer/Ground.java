package io.svara.composer;

import aQute.bnd.header.Attrs;
import aQute.bnd.osgi.Domain;
import aQute.bnd.version.Version;
import aQute.bnd.version.VersionRange;
import io.svara.host.shelf.Importable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the plugins of a distribution stand on: the bundles below {@code system}.
 *
 * @param names of all these bundles
 * @param api the packages that the api offers, and their versions
 */
record Ground(String svaraVersion, Set<String> names, Map<String, Version> api) {

  static Ground of(Path home, String svaraVersion) throws IOException {
    Set<String> names = new HashSet<>();
    Map<String, Version> api = new HashMap<>();
    for (Path jar : jars(home.resolve("system"))) {
      Domain headers = Domain.domain(jar.toFile());
      if (headers != null && headers.getBundleSymbolicName() != null) {
        names.add(headers.getBundleSymbolicName().getKey());
        headers
            .getExportPackage()
            .forEach(
                (name, attributes) -> {
                  if (Importable.isApi(name)) {
                    api.put(name, Version.parseVersion(attributes.getVersion()));
                  }
                });
      }
    }
    return new Ground(svaraVersion, names, api);
  }

  private static List<Path> jars(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".jar"))
          .collect(Collectors.toUnmodifiableList());
    }
  }

  /**
   * @throws Refusal when a plugin cannot start on this ground, or does not say what it needs
   */
  void requireFit(ChosenPlugin plugin) throws Refusal {
    if (names.contains(plugin.edition().plugin())) {
      throw new Refusal(
          plugin.coordinates()
              + " is refused: "
              + plugin.edition().plugin()
              + " is the name of a part of Svara itself; give it another Bundle-SymbolicName.");
    }
    for (Map.Entry<String, Attrs> wanted : plugin.headers().getImportPackage().entrySet()) {
      String range = wanted.getValue().getVersion();
      if (Importable.isApi(wanted.getKey())
          && !"optional".equals(wanted.getValue().get("resolution:"))
          && !offers(plugin, wanted.getKey(), range)) {
        throw new Refusal(
            plugin.coordinates()
                + " is refused: it needs "
                + wanted.getKey()
                + (range == null ? "" : " " + range)
                + ", and Svara "
                + svaraVersion
                + (api.containsKey(wanted.getKey())
                    ? " has " + api.get(wanted.getKey())
                    : " has none")
                + "; take the version of the plugin that was made for this Svara.");
      }
    }
  }

  private boolean offers(ChosenPlugin plugin, String name, String range) throws Refusal {
    Version offered = api.get(name);
    try {
      return offered != null && (range == null || new VersionRange(range).includes(offered));
    } catch (IllegalArgumentException malformed) {
      throw new Refusal(
          plugin.coordinates()
              + " is refused: it needs "
              + name
              + " in the versions '"
              + range
              + "', which is no range; build it again with bnd, which writes [1.2,2) or the like.",
          malformed);
    }
  }
}
