package io.svara.testing.launcher;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;

/**
 * What a build of Svara made, laid out as the local repository of a Maven: what {@code mvn install}
 * would have put there, without touching the one that the build itself uses. To be called when the
 * artifacts are packaged, as integration tests are; for one thread.
 */
public final class BuiltRepository {
  private BuiltRepository() {}

  /**
   * Lays out the poms of all modules below the root, and the artifacts of those that were built.
   * What an earlier call left of Svara in the folder is removed; what Maven downloaded into it
   * since stays, so that it is downloaded once.
   *
   * @param root the folder of the topmost pom.xml
   * @param folder the repository, made where it is not there
   * @return the folder
   */
  public static Path layOut(Path root, Path folder) throws IOException {
    List<BuiltModule> modules = BuiltModule.below(root);
    for (BuiltModule module : modules) {
      Folders.delete(folder.resolve(module.groupFolder()));
    }
    removeMissed(folder);
    for (BuiltModule module : modules) {
      Path version = Files.createDirectories(folder.resolve(module.versionFolder()));
      Files.copy(module.pom(), version.resolve(module.fileName(".pom")));
      for (Path artifact : module.artifacts()) {
        Files.copy(artifact, version.resolve(artifact.getFileName()));
      }
      if (Files.exists(module.feature())) {
        Files.copy(module.feature(), version.resolve(module.fileName("-features.xml")));
      }
    }
    return folder;
  }

  /** Maven remembers for a day what it did not find; the next run shall look again. */
  private static void removeMissed(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            if (file.toString().endsWith(".lastUpdated")) {
              Files.delete(file);
            }
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
