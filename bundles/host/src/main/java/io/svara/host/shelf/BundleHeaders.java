package io.svara.host.shelf;

import io.svara.engine.plugins.Edition;
import java.io.IOException;
import java.util.Optional;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.osgi.framework.Constants;

/** What the manifest of a bundle says (OSGi Core 8, chapter 3.2). */
record BundleHeaders(Attributes main) {
  /** The name becomes part of a file's name. */
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]+(\\.[A-Za-z0-9_-]+)*");

  /**
   * Those that the framework will act on.
   *
   * @throws Flawed when it cannot be told which these are
   * @throws IOException when the jar cannot be read
   */
  static BundleHeaders of(JarFile jar) throws IOException {
    return new BundleHeaders(PluginManifest.of(jar).getMainAttributes());
  }

  /**
   * @throws IllegalArgumentException when name or version is missing or wrong
   */
  Edition edition() {
    String name = main.getValue(Constants.BUNDLE_SYMBOLICNAME);
    if (name == null) {
      throw new IllegalArgumentException("its manifest has no Bundle-SymbolicName.");
    }
    String plain = name.split(";", 2)[0].strip();
    if (!NAME.matcher(plain).matches()) {
      throw new IllegalArgumentException("its Bundle-SymbolicName is none.");
    }
    try {
      return Edition.of(plain, main.getValue(Constants.BUNDLE_VERSION));
    } catch (IllegalArgumentException wrong) {
      throw new IllegalArgumentException("its Bundle-Version is none.", wrong);
    }
  }

  /**
   * A fragment that extends the framework is part of it as soon as it is installed, past every hook
   * of the fence, so not even a jar that was put into the folder by hand may be one.
   *
   * @throws IllegalArgumentException when it is a fragment
   */
  void refuseFragment() {
    if (main.getValue(Constants.FRAGMENT_HOST) != null) {
      throw new IllegalArgumentException("it is a fragment, a part of another bundle.");
    }
  }

  /** Why it may not run here as a plugin. */
  Optional<String> objection() {
    return Stream.of(
            Constants.FRAGMENT_HOST, Constants.REQUIRE_BUNDLE, Constants.DYNAMICIMPORT_PACKAGE)
        .filter(header -> main.getValue(header) != null)
        .findFirst()
        .map(header -> "its manifest has " + header + ", which would tie it to other bundles")
        .or(this::foreignImport)
        .or(
            () ->
                clauses(Constants.EXPORT_PACKAGE)
                    .findFirst()
                    .map(clause -> clause.split(";", 2)[0].strip())
                    .map(it -> "it exports " + it + "; a plugin gives nothing to other bundles"));
  }

  private Optional<String> foreignImport() {
    return clauses(Constants.IMPORT_PACKAGE)
        .filter(clause -> !clause.replace(" ", "").contains("resolution:=optional"))
        .map(clause -> clause.split(";", 2)[0].strip())
        .filter(name -> !Importable.isApi(name) && !Importable.isPlatform(name))
        .findFirst()
        .map(name -> "it imports " + name + ", which is no part of the api; embed that library");
  }

  /** Commas within quotes belong to version ranges and lists. */
  private Stream<String> clauses(String header) {
    String value = main.getValue(header);
    return value == null
        ? Stream.empty()
        : Stream.of(value.replaceAll("\"[^\"]*\"", "").split(",")).map(String::strip);
  }
}
