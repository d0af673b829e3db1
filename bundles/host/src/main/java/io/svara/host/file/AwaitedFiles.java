package io.svara.host.file;

import io.svara.engine.plugins.Awaited;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * The files of the configuration's folder that define endpoints and accounts and are not in effect
 * yet. The folder itself is looked at, because the framework hands its files over some time after
 * the start and does not say when it has done.
 */
@Component
public final class AwaitedFiles implements Awaited {
  private static final Pattern OURS =
      Pattern.compile("io\\.svara\\.(endpoint|account)-.+\\.(cfg|config)");

  private final Definitions definitions;
  private final Optional<Path> folder;

  @Activate
  public AwaitedFiles(BundleContext context, @Reference Definitions definitions) {
    this.definitions = definitions;
    this.folder = Optional.ofNullable(context.getProperty("karaf.etc")).map(Path::of);
  }

  @Override
  public List<String> awaited() {
    return files().stream()
        .filter(definitions::isUnderWay)
        .map(file -> file + " is being read.")
        .toList();
  }

  private List<String> files() {
    if (folder.isEmpty() || !Files.isDirectory(folder.get())) {
      return List.of();
    }
    try (Stream<Path> all = Files.list(folder.get())) {
      return all.map(file -> file.getFileName().toString())
          .filter(name -> OURS.matcher(name).matches())
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("The folder " + folder.get() + " cannot be read.", e);
    }
  }
}
