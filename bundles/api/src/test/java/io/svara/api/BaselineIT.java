package io.svara.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import javassist.CannotCompileException;
import javassist.ClassPool;
import javassist.CtClass;
import javassist.CtNewMethod;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The api keeps what it promised to plugins. */
class BaselineIT {
  private static final Path FROZEN = Path.of(System.getProperty("svara.api.baseline"));
  private static final Path BUILT = Path.of(System.getProperty("svara.api.built"));
  private static final String HANDLE = "io/svara/api/message/Handle.class";

  @Test
  @DisplayName("Nothing that the frozen api has is missing or changed; see baseline/README.md")
  void theApiKeepsItsPromises() {
    assertThat(Baseline.broken(FROZEN, BUILT)).isEmpty();
  }

  @Test
  @DisplayName("A method that was removed fails this very check")
  void aRemovedMethodIsFound(@TempDir Path folder) throws Exception {
    Path richer = Files.copy(BUILT, folder.resolve("richer.jar"));
    rewrite(richer, HANDLE, BaselineIT::withOneMethodMore);
    assertThat(Baseline.broken(richer, BUILT))
        .singleElement()
        .asString()
        .contains("io.svara.api.message.Handle")
        .contains("oneMethodMore")
        .contains("METHOD_REMOVED");
  }

  @Test
  @DisplayName("A method that was added to a value passes")
  void anAddedMethodPasses(@TempDir Path folder) throws Exception {
    Path richer = Files.copy(BUILT, folder.resolve("richer.jar"));
    rewrite(richer, HANDLE, BaselineIT::withOneMethodMore);
    assertThat(Baseline.broken(BUILT, richer)).isEmpty();
  }

  private static byte[] withOneMethodMore(InputStream bytes)
      throws IOException, CannotCompileException {
    CtClass type = new ClassPool(true).makeClass(bytes);
    type.addMethod(CtNewMethod.make("public int oneMethodMore() { return 1; }", type));
    return type.toBytecode();
  }

  private static void rewrite(Path jar, String entry, Change change) throws Exception {
    try (FileSystem files = FileSystems.newFileSystem(jar)) {
      Path file = files.getPath(entry);
      byte[] changed;
      try (InputStream in = Files.newInputStream(file)) {
        changed = change.of(in);
      }
      Files.copy(
          new java.io.ByteArrayInputStream(changed), file, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  @FunctionalInterface
  private interface Change {
    byte[] of(InputStream bytes) throws Exception;
  }
}
