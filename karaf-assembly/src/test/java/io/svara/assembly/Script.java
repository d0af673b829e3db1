package io.svara.assembly;

import io.svara.testing.launcher.Distribution;
import io.svara.testing.launcher.JavaHomes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The scripts of the distribution, run as an operator would. */
final class Script {
  private Script() {}

  record Outcome(int exitCode, String output) {}

  static Outcome run(Distribution svara, String script, String... arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(svara.home().resolve(script).toString()));
    command.addAll(Arrays.asList(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("JAVA_HOME", JavaHomes.current().toString());
    builder.environment().put("SVARA_TOKEN", "any");
    Process process = builder.start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Outcome(process.waitFor(), output);
  }
}
