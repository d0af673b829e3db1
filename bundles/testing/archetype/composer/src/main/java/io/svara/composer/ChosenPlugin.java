package io.svara.composer;

import aQute.bnd.osgi.Domain;
import io.svara.engine.plugins.Edition;
import io.svara.engine.plugins.Unfit;
import io.svara.host.shelf.Examination;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A plugin of the distribution, found fit as far as the jar alone tells.
 *
 * @param coordinates how Maven calls it
 * @param headers of its manifest
 */
record ChosenPlugin(String coordinates, Path file, Edition edition, Domain headers) {

  /**
   * @throws Refusal when the host would not take it, or would find nothing in it to call
   */
  static ChosenPlugin of(String coordinates, Path file) throws IOException, Refusal {
    if (!Files.isRegularFile(file)) {
      throw new Refusal(
          coordinates + " is a folder, because its project is in this build: build with package.");
    }
    Edition edition;
    try {
      edition = Examination.of(file);
    } catch (Unfit unfit) {
      throw new Refusal(coordinates + " is refused. " + unfit.getMessage(), unfit);
    } catch (IllegalArgumentException | IOException wrong) {
      throw new Refusal(coordinates + " is no plugin: " + wrong.getMessage(), wrong);
    }
    Domain headers = Domain.domain(file.toFile());
    // While Svara runs such a jar may be staged, and is then seen to be of no use; here nobody
    // would look.
    if (headers.get("Service-Component") == null) {
      throw new Refusal(
          coordinates
              + " is no plugin: it has no component (Service-Component in its manifest) that Svara"
              + " could call; depend on a connector or a check.");
    }
    return new ChosenPlugin(coordinates, file, edition, headers);
  }

  /**
   * @throws Refusal when two are the same plugin, of which only one would run
   */
  static void requireDifferent(List<ChosenPlugin> plugins) throws Refusal {
    Map<String, ChosenPlugin> byName = new HashMap<>();
    for (ChosenPlugin plugin : plugins) {
      ChosenPlugin other = byName.put(plugin.edition.plugin(), plugin);
      if (other != null) {
        throw new Refusal(
            other.coordinates
                + " and "
                + plugin.coordinates
                + " are both the plugin "
                + plugin.edition.plugin()
                + ": choose one.");
      }
    }
  }

  /**
   * As the host names what it keeps: two plugins never share it, whatever their files are called.
   */
  String fileName() {
    return edition.plugin() + "-" + edition.version() + ".jar";
  }

  void copyTo(Path folder) throws IOException {
    Files.createDirectories(folder);
    Files.copy(file, folder.resolve(fileName()));
  }

  @Override
  public String toString() {
    return edition + " (" + coordinates + ")";
  }
}
