package io.svara.it.swap;

import io.svara.testing.launcher.Distribution;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** What the JDK's jcmd says of the process. */
final class Jvm {
  private final Distribution svara;

  Jvm(Distribution svara) {
    this.svara = svara;
  }

  /** Has it collect now: the test's wish, never the product's. */
  void collect() throws IOException, InterruptedException {
    ask("GC.run");
  }

  /** How many threads of Java there are. */
  long threads() throws IOException, InterruptedException {
    return ask("Thread.print").lines().filter(line -> line.startsWith("\"")).count();
  }

  private String ask(String what) throws IOException, InterruptedException {
    Process jcmd =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                String.valueOf(svara.pid()),
                what)
            .redirectErrorStream(true)
            .start();
    String said = new String(jcmd.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    jcmd.waitFor();
    return said;
  }
}
