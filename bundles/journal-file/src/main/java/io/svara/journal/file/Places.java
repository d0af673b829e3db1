package io.svara.journal.file;

import java.nio.file.Path;
import org.osgi.framework.BundleContext;

/** Where the files are: as configured, or in Karaf's folders. */
record Places(Path journal, Path blobs, Path ledger) {

  static Places of(JournalConfig config, BundleContext context) {
    Path data = karaf(context, "karaf.data", "data").resolve("svara");
    Path base = karaf(context, "karaf.base", "");
    return new Places(
        orDefault(config.folder(), data.resolve("journal")),
        orDefault(config.blobs(), data.resolve("blobs")),
        orDefault(config.ledger(), base.resolve("svara-ledger").resolve("erasures.ledger")));
  }

  private static Path karaf(BundleContext context, String property, String otherwise) {
    String configured = context.getProperty(property);
    return Path.of(configured == null ? otherwise : configured).toAbsolutePath();
  }

  private static Path orDefault(String configured, Path otherwise) {
    return configured.isBlank() ? otherwise : Path.of(configured).toAbsolutePath();
  }
}
