package io.svara.host.shelf;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import java.util.Properties;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Version;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/**
 * The newest version, unless {@code routes.properties} beside the plugins names another: {@code
 * svara-channel-facebook=1.2.0}. Read at each question, so that a change needs no restart.
 */
@Component(configurationPid = "io.svara.host")
public final class RoutesFile implements Routes {
  private final Path file;

  @Activate
  public RoutesFile(BundleContext context, ShelfConfig config) {
    this(ShelfConfig.Folders.of(config, context).plugins().resolve("routes.properties"));
  }

  RoutesFile(Path file) {
    this.file = file;
  }

  @Override
  public Optional<Version> version(String plugin, Collection<Version> present) {
    Optional<Version> named = named(plugin);
    return named.isPresent()
        ? named.filter(present::contains)
        : present.stream().max(Comparator.naturalOrder());
  }

  private Optional<Version> named(String plugin) {
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    Properties routes = new Properties();
    try (Reader reader = Files.newBufferedReader(file)) {
      routes.load(reader);
      return Optional.ofNullable(routes.getProperty(plugin)).map(String::strip).map(Version::new);
    } catch (IOException | IllegalArgumentException wrong) {
      throw new IllegalStateException(
          "The routes in " + file + " cannot be read; each line is PLUGIN=VERSION.", wrong);
    }
  }
}
