package io.svara.hotswap.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import io.svara.engine.desk.Refused;
import io.svara.engine.desk.Swaps;
import io.svara.engine.journal.JournalUnavailable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeployFolderTest {
  @TempDir Path folder;

  private final List<String> asked = new ArrayList<>();

  @Test
  void whatIsDroppedIsStagedOnceItIsWholeAndLeavesTheFolder() throws Exception {
    DeployFolder deploy = new DeployFolder(swaps(), false, folder);
    Path jar = Files.writeString(folder.resolve("odd.jar"), "half");
    deploy.look();
    Files.writeString(jar, "whole jar");
    deploy.look();
    assertThat(asked).isEmpty();
    deploy.look();
    assertThat(asked).containsExactly("install whole jar");
    assertThat(left()).isEmpty();
  }

  @Test
  void itIsPromotedOnlyWhereTheOperatorSaidSo() throws Exception {
    DeployFolder deploy = new DeployFolder(swaps(), true, folder);
    Files.writeString(folder.resolve("odd.jar"), "jar");
    deploy.look();
    deploy.look();
    assertThat(asked).containsExactly("install jar", "promote odd");
  }

  @Test
  void theJarsOfAnArchiveAreTaken() throws Exception {
    DeployFolder deploy = new DeployFolder(swaps(), false, folder);
    try (OutputStream file = Files.newOutputStream(folder.resolve("odd.kar"));
        ZipOutputStream zip = new ZipOutputStream(file)) {
      for (String name : List.of("META-INF/MANIFEST.MF", "repository/a.jar", "repository/b.jar")) {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(name.getBytes(StandardCharsets.UTF_8));
      }
    }
    deploy.look();
    deploy.look();
    assertThat(asked).containsExactly("install repository/a.jar", "install repository/b.jar");
  }

  @Test
  void whatIsRefusedStaysUnderANameThatSaysSo() throws Exception {
    DeployFolder deploy = new DeployFolder(swaps(), false, folder);
    Files.writeString(folder.resolve("odd.jar"), "bad");
    Files.writeString(folder.resolve(".odd.jar"), "still being copied");
    Files.writeString(folder.resolve("notes.txt"), "no plugin");
    deploy.look();
    deploy.look();
    deploy.look();
    assertThat(left()).containsExactly(".odd.jar", "notes.txt", "odd.jar.refused");
    assertThat(asked).containsExactly("install bad");
  }

  @Test
  void whatIsTakenAndCannotBePromotedNowIsNotCalledRefused() throws Exception {
    DeployFolder deploy = new DeployFolder(swaps(), true, folder);
    Files.writeString(folder.resolve("odd.JAR"), "busy");
    deploy.look();
    deploy.look();
    assertThat(asked).containsExactly("install busy", "promote busy");
    assertThat(left()).isEmpty();
  }

  @Test
  void whatCannotBeKeptNowWaits() throws Exception {
    DeployFolder deploy = new DeployFolder(swaps(), false, folder);
    Files.writeString(folder.resolve("odd.jar"), "full");
    for (int i = 0; i < 4; i++) {
      deploy.look();
    }
    assertThat(asked).containsExactly("install full", "install full");
    assertThat(left()).containsExactly("odd.jar");
  }

  @Test
  void whatIsFarTooLargeIsNotReadIntoMemory() throws Exception {
    DeployFolder deploy = new DeployFolder(swaps(), false, folder);
    try (RandomAccessFile file = new RandomAccessFile(folder.resolve("a.jar").toFile(), "rw")) {
      file.setLength(70L << 20);
    }
    try (OutputStream file = Files.newOutputStream(folder.resolve("b.kar"));
        ZipOutputStream zip = new ZipOutputStream(file)) {
      zip.putNextEntry(new ZipEntry("repository/a.jar"));
      for (int megabyte = 0; megabyte < 70; megabyte++) {
        zip.write(new byte[1 << 20]);
      }
    }
    deploy.look();
    deploy.look();
    assertThat(asked).isEmpty();
    assertThat(left()).containsExactly("a.jar.refused", "b.kar.refused");
  }

  @Test
  void whatIsNoFileIsLeftAlone() throws Exception {
    DeployFolder deploy = new DeployFolder(swaps(), false, folder);
    Path elsewhere = Files.writeString(folder.resolve("elsewhere.txt"), "jar");
    Files.createSymbolicLink(folder.resolve("link.jar"), elsewhere);
    Files.createDirectory(folder.resolve("folder.jar"));
    deploy.look();
    deploy.look();
    assertThat(asked).isEmpty();
  }

  private List<String> left() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  private Swaps swaps() {
    return (Swaps)
        Proxy.newProxyInstance(
            DeployFolderTest.class.getClassLoader(),
            new Class<?>[] {Swaps.class},
            (proxy, method, arguments) -> {
              if (method.getName().equals("install")) {
                String jar = new String((byte[]) arguments[0], StandardCharsets.UTF_8);
                asked.add("install " + jar);
                if (jar.equals("bad")) {
                  throw Refused.invalid("This is no plugin.");
                }
                if (jar.equals("full")) {
                  throw new JournalUnavailable("The disk is full.");
                }
                return new Swaps.Staged(jar.equals("busy") ? jar : "odd", "1.0.0", "digest");
              }
              asked.add(method.getName() + " " + arguments[0]);
              if (arguments[0].equals("busy")) {
                throw Refused.illegal("A swap is under way.");
              }
              return null;
            });
  }
}
