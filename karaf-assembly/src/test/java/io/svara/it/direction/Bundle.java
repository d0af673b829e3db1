package io.svara.it.direction;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A bundle of the distribution, by what its manifest says.
 *
 * @param imports package names
 * @param exports package names
 * @param apiRanges of versions, in which it takes packages of the api
 */
record Bundle(
    String name, TreeSet<String> imports, TreeSet<String> exports, List<String> apiRanges) {
  private static final Pattern API = Pattern.compile("io\\.svara\\.api[^;,]*;version=\"([^\"]*)\"");

  static List<Bundle> below(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(f -> f.toString().endsWith(".jar")).map(Bundle::of).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Bundle of(Path file) {
    try (JarFile jar = new JarFile(file.toFile())) {
      Attributes manifest = jar.getManifest().getMainAttributes();
      return new Bundle(
          manifest.getValue("Bundle-SymbolicName").split(";")[0],
          packages(manifest.getValue("Import-Package")),
          packages(manifest.getValue("Export-Package")),
          API.matcher(String.valueOf(manifest.getValue("Import-Package")))
              .results()
              .map(found -> found.group(1))
              .toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Names alone; commas within quotes belong to version ranges and uses-lists. */
  private static TreeSet<String> packages(String header) {
    TreeSet<String> names = new TreeSet<>();
    Optional.ofNullable(header)
        .ifPresent(
            h ->
                Arrays.stream(h.replaceAll("\"[^\"]*\"", "").split(","))
                    .map(clause -> clause.split(";")[0].strip())
                    .forEach(names::add));
    return names;
  }

  List<String> importsOfOurs() {
    return imports.stream().filter(p -> p.startsWith("io.svara.") && !exports.contains(p)).toList();
  }
}
