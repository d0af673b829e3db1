package io.svara.host.shelf;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the distribution brings, and what becomes of it when the next one brings something else. A
 * plugin that nobody here ever installed, exchanged or removed follows the distribution: to another
 * version, be it older, to other bytes of the same version, and away. Of any other plugin a new
 * version is only laid beside those that are here.
 *
 * @param stock what is here
 * @param removed what was removed here, and does not come back because it is shipped
 * @param shipped what the distribution brings
 */
record Supply(Stock stock, Stock removed, Stock shipped) {
  private static final Logger LOG = LoggerFactory.getLogger(Supply.class);

  void take() throws IOException {
    if (!Files.isDirectory(shipped.folder())) {
      return;
    }
    ShippedList list = ShippedList.of(stock);
    List<PluginJar> brought = shipped.jars();
    Set<String> ours = list.lines();
    List<PluginJar> outdated = outdated(brought, ours);
    List<PluginJar> wanted = wanted(brought, outdated);
    // Listed before it is there: after a crash in between it is not taken for a person's.
    for (PluginJar jar : wanted) {
      ours.add(ShippedList.line(jar));
    }
    list.write(ours);
    for (PluginJar jar : outdated) {
      LOG.info(
          "{} came with an earlier distribution and goes: this one has not the same jar.",
          jar.edition());
      stock.drop(jar);
    }
    for (PluginJar jar : wanted) {
      try (InputStream bytes = Files.newInputStream(jar.file())) {
        stock.put(jar.edition(), bytes);
      }
    }
    list.write(present(ours));
  }

  /** What follows the distribution, and is not in it. */
  private List<PluginJar> outdated(List<PluginJar> brought, Set<String> ours) throws IOException {
    List<PluginJar> outdated = new ArrayList<>();
    // A jar that cannot be read may be the very plugin: better an old version than none.
    if (brought.size() == shipped.files().size()) {
      List<String> lines = lines(brought);
      for (PluginJar jar : stock.jars()) {
        String line = ShippedList.line(jar);
        if (ours.contains(line) && !lines.contains(line) && isUntouched(jar)) {
          outdated.add(jar);
        }
      }
    }
    return outdated;
  }

  /** A route in the journal can lead to nothing but what somebody once moved here. */
  private boolean isUntouched(PluginJar jar) throws IOException {
    String plugin = jar.edition().plugin();
    return versions(stock, plugin) == 1 && versions(removed, plugin) == 0;
  }

  private static long versions(Stock of, String plugin) throws IOException {
    return of.jars().stream().filter(jar -> jar.edition().plugin().equals(plugin)).count();
  }

  private List<PluginJar> wanted(List<PluginJar> brought, List<PluginJar> outdated) {
    return brought.stream()
        .filter(jar -> !removed.holds(jar.edition()))
        .filter(
            jar ->
                !stock.holds(jar.edition())
                    || outdated.stream().anyMatch(old -> old.edition().equals(jar.edition())))
        .toList();
  }

  private Set<String> present(Set<String> ours) throws IOException {
    ours.retainAll(lines(stock.jars()));
    return ours;
  }

  private static List<String> lines(List<PluginJar> jars) throws IOException {
    List<String> lines = new ArrayList<>();
    for (PluginJar jar : jars) {
      lines.add(ShippedList.line(jar));
    }
    return lines;
  }
}
