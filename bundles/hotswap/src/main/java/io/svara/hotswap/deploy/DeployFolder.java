package io.svara.hotswap.deploy;

import io.svara.engine.desk.Actor;
import io.svara.engine.desk.Refused;
import io.svara.engine.desk.Role;
import io.svara.engine.desk.Swaps;
import io.svara.engine.journal.JournalUnavailable;
import io.svara.engine.views.ViewsStarting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes what is dropped into {@code deploy}: stages it, and has it promoted where the operator said
 * so. What was taken leaves the folder; what was refused stays under a name that says so.
 */
@Component(service = DeployFolder.class, immediate = true, configurationPid = "io.svara.hotswap")
public final class DeployFolder {
  private static final Logger LOG = LoggerFactory.getLogger(DeployFolder.class);
  private static final Actor FOLDER = new Actor("deploy", Set.of(Role.OPERATOR), Locale.ENGLISH);

  private final Swaps swaps;
  private final boolean autoPromote;
  private final Path folder;
  private final Map<Path, Long> seen = new HashMap<>();
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(r -> new Thread(r, "svara-deploy"));

  @Activate
  public DeployFolder(BundleContext context, @Reference Swaps swaps, DeployConfig config) {
    this(
        swaps,
        config.autoPromote(),
        config.deploy().isBlank()
            ? Path.of(Optional.ofNullable(context.getProperty("karaf.base")).orElse("."), "deploy")
            : Path.of(config.deploy()));
    timer.scheduleWithFixedDelay(this::look, 1, 1, TimeUnit.SECONDS);
  }

  DeployFolder(Swaps swaps, boolean autoPromote, Path folder) {
    this.swaps = swaps;
    this.autoPromote = autoPromote;
    this.folder = folder;
  }

  @Deactivate
  void stop() {
    timer.shutdownNow();
  }

  /** Takes what has not changed since the last look: what still does is being copied. */
  void look() {
    try {
      Files.createDirectories(folder);
      try (Stream<Path> files = Files.list(folder)) {
        for (Path file : files.filter(Parcel::is).sorted().toList()) {
          Long before = seen.put(file, mark(file));
          if (before != null && before == mark(file)) {
            seen.remove(file);
            take(file);
          }
        }
      }
    } catch (ViewsStarting | JournalUnavailable later) {
      LOG.debug("What was dropped into {} waits: {}", folder, later.getMessage());
    } catch (IOException | RuntimeException wrong) {
      LOG.warn("The folder {} cannot be looked into: {}. Give access.", folder, wrong.toString());
    }
  }

  private static long mark(Path file) throws IOException {
    return Files.getLastModifiedTime(file).toMillis() * 31 + Files.size(file);
  }

  private void take(Path file) throws IOException {
    List<Swaps.Staged> taken = new ArrayList<>();
    try {
      for (byte[] jar : new Parcel(file).jars()) {
        taken.add(swaps.install(jar, "dropped as " + file.getFileName(), FOLDER));
      }
      Files.delete(file);
    } catch (Refused | IOException refused) {
      Path aside = file.resolveSibling(file.getFileName() + ".refused");
      Files.move(file, aside, StandardCopyOption.REPLACE_EXISTING);
      LOG.error(
          "{} was not taken{} and lies there as {}: {}",
          file,
          taken.isEmpty() ? "" : " as a whole (" + taken.size() + " jars of it were)",
          aside.getFileName(),
          refused.getMessage());
    }
    taken.forEach(this::taken);
  }

  private void taken(Swaps.Staged staged) {
    LOG.info("{} {} was taken from {}.", staged.plugin(), staged.version(), folder);
    if (!autoPromote) {
      return;
    }
    try {
      swaps.promote(staged.plugin(), Optional.of(staged.version()), "autoPromote is set", FOLDER);
    } catch (Refused refused) {
      LOG.warn(
          "{} {} is kept and was not promoted: {}",
          staged.plugin(),
          staged.version(),
          refused.getMessage());
    }
  }
}
