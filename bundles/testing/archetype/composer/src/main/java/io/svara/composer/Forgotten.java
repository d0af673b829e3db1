package io.svara.composer;

import aQute.bnd.osgi.Domain;
import io.svara.host.shelf.Importable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A plugin whose dependency lacks its type. Karaf's plugin takes it for a bundle to start with the
 * framework, where nobody examines it and no fence stands around it.
 */
final class Forgotten {
  private Forgotten() {}

  /**
   * @param coordinates of a dependency of another type than {@code svara-plugin}
   * @throws Refusal when it is a bundle that imports the api, as only plugins do
   */
  static void refuse(String coordinates, Path file) throws IOException, Refusal {
    if (!Files.isRegularFile(file) || !file.toString().endsWith(".jar")) {
      return;
    }
    Domain headers = Domain.domain(file.toFile());
    if (headers == null) {
      return;
    }
    Optional<String> imported =
        headers.getImportPackage().keySet().stream().filter(Importable::isApi).findFirst();
    if (imported.isPresent()) {
      throw new Refusal(
          coordinates
              + " is refused: it imports "
              + imported.get()
              + ", so it is a plugin, and would run past every check and fence as a bundle of Karaf's;"
              + " add <type>svara-plugin</type> to its dependency.");
    }
  }
}
