package io.svara.host.shelf;

import io.svara.engine.plugins.Candidate;
import io.svara.engine.plugins.Edition;
import io.svara.engine.plugins.Enclosed;
import io.svara.engine.plugins.Jars;
import io.svara.engine.plugins.Unfit;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The plugin folder. At a start it takes a copy of what the distribution ships and is new, and
 * gives up what an earlier one shipped and nobody touched; what was removed does not come back by
 * that.
 */
@Component(
    service = {Jars.class, Shelf.class},
    configurationPid = "io.svara.host")
public final class Shelf implements Jars {
  private static final Logger LOG = LoggerFactory.getLogger(Shelf.class);

  private final Stock stock;
  private final Stock removed;
  private final Enclosures enclosures = new Enclosures();
  private final Predicate<String> isPartOfSvara;

  @Activate
  public Shelf(BundleContext context, ShelfConfig config) {
    this(
        ShelfConfig.Folders.of(config, context),
        name ->
            Stream.of(context.getBundles())
                .filter(bundle -> !PluginJar.isPlugin(bundle))
                .anyMatch(bundle -> name.equals(bundle.getSymbolicName())));
  }

  /**
   * @param isPartOfSvara whether a bundle that is no plugin has this name
   */
  Shelf(ShelfConfig.Folders folders, Predicate<String> isPartOfSvara) {
    this.isPartOfSvara = isPartOfSvara;
    stock = new Stock(folders.plugins());
    removed = new Stock(folders.plugins().resolve("removed"));
    try {
      new Supply(stock, removed, new Stock(folders.shipped())).take();
    } catch (IOException unreadable) {
      LOG.error(
          "The plugins that are shipped in {} cannot be copied to {}: {}. Give access and restart.",
          folders.shipped(),
          folders.plugins(),
          unreadable.getMessage());
    }
  }

  /** All jars that can be read. */
  public List<PluginJar> jars() {
    try {
      return stock.jars();
    } catch (IOException unreadable) {
      LOG.error(
          "The plugins in {} cannot be read: {}. Give access to the folder and restart.",
          stock.folder(),
          unreadable.getMessage());
      return List.of();
    }
  }

  /** The jar of one version. */
  public Optional<PluginJar> jar(Edition edition) {
    return stock
        .jar(edition)
        .or(() -> jars().stream().filter(jar -> jar.edition().equals(edition)).findFirst());
  }

  @Override
  public List<Edition> kept() {
    return jars().stream()
        .map(PluginJar::edition)
        .sorted(Comparator.comparing(Edition::plugin).thenComparing(Edition::version))
        .toList();
  }

  @Override
  public synchronized Candidate examine(byte[] jar) throws Unfit {
    try {
      Edition edition = stock.trying(jar, Examination::of);
      if (isPartOfSvara.test(edition.plugin())) {
        throw new Unfit(
            edition.plugin() + " is the name of a part of Svara itself; give it another name.");
      }
      Optional<PluginJar> same = jar(edition).or(() -> removed.jar(edition));
      if (same.isPresent() && !Arrays.equals(Files.readAllBytes(same.get().file()), jar)) {
        throw new Unfit(
            edition + " is here already with other bytes; give the new one another version.");
      }
      return new Candidate(edition, digest(jar), jar);
    } catch (IOException | IllegalArgumentException wrong) {
      throw new Unfit(
          Flawed.isWhy(wrong)
              ? "This is no plugin: " + Flawed.words(wrong) + "."
              : "It cannot be looked into here, in "
                  + stock.folder()
                  + ": "
                  + wrong
                  + ". Make room or give access, and install it again.",
          wrong);
    }
  }

  private static String digest(byte[] jar) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(jar));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("Every Java platform has SHA-256.", impossible);
    }
  }

  @Override
  public synchronized void keep(Candidate candidate) throws IOException {
    if (jar(candidate.edition()).isPresent()) {
      return;
    }
    try {
      leaveToPeople(candidate.edition());
      stock.put(candidate.edition(), new ByteArrayInputStream(candidate.jar()));
    } catch (IOException unwritten) {
      throw new IOException(
          candidate.edition()
              + " cannot be kept in "
              + stock.folder()
              + ": "
              + unwritten.getMessage()
              + ". Make room or give access, and install it again.",
          unwritten);
    }
  }

  @Override
  public synchronized void retire(String plugin) throws Unfit {
    for (PluginJar jar : jars()) {
      if (jar.edition().plugin().equals(plugin)) {
        move(jar, removed);
      }
    }
  }

  @Override
  public synchronized void bringBack(Edition edition) throws Unfit {
    if (jar(edition).isPresent()) {
      return;
    }
    Optional<PluginJar> put = removed.jar(edition);
    if (put.isEmpty()) {
      throw new Unfit(edition + " is not here any more; install it again.");
    }
    try {
      leaveToPeople(edition);
    } catch (IOException unwritten) {
      throw new Unfit(
          edition
              + " cannot be brought back: "
              + ShippedList.of(stock).file()
              + " cannot be written: "
              + unwritten.getMessage()
              + ". Make room or give access, and try again.",
          unwritten);
    }
    move(put.get(), stock);
  }

  @Override
  public Optional<Enclosed> enclosed(Edition edition) throws Unfit, IOException {
    PluginJar jar =
        jar(edition)
            .orElseThrow(
                () ->
                    new IOException(
                        "No jar of "
                            + edition
                            + " can be read in "
                            + stock.folder()
                            + ": give access to it if it is there, or install it again."));
    try {
      return enclosures.of(jar);
    } catch (IOException | IllegalArgumentException unread) {
      if (!Flawed.isWhy(unread)) {
        throw new IOException(
            jar.file() + " cannot be read: " + unread + ". Give access to it and look again.",
            unread);
      }
      throw new Unfit(
          "It cannot be told what the jar of "
              + edition
              + " holds: "
              + Flawed.words(unread)
              + ". Ask its maker for another.",
          unread);
    }
  }

  /** No distribution takes a version of it away from now on: a route may lead there. */
  private void leaveToPeople(Edition edition) throws IOException {
    List<Edition> touched = new ArrayList<>(kept());
    touched.removeIf(other -> !other.plugin().equals(edition.plugin()));
    touched.add(edition);
    ShippedList.of(stock).strike(touched);
  }

  private static void move(PluginJar jar, Stock to) throws Unfit {
    try {
      to.takeIn(jar);
    } catch (IOException unmoved) {
      throw new Unfit(
          jar.edition() + " cannot be moved to " + to.folder() + ": " + unmoved.getMessage(),
          unmoved);
    }
  }
}
