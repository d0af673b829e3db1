package io.svara.assembly;

import io.svara.testing.launcher.Distribution;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Keeps a distribution from everything but loopback. */
public enum Isolation {
  /** A network namespace of its own. */
  NAMESPACE {
    @Override
    public void apply(Distribution svara) {
      svara.through(ALONE);
    }
  },
  /** Where this system gives no namespaces: proxies that nobody serves. */
  BLACK_HOLE {
    @Override
    public void apply(Distribution svara) {
      svara.withOptions(
          "-Dhttp.proxyHost=127.0.0.1",
          "-Dhttp.proxyPort=9",
          "-Dhttps.proxyHost=127.0.0.1",
          "-Dhttps.proxyPort=9");
    }
  };

  private static final String[] ALONE = {
    "unshare", "--map-root-user", "--net", "sh", "-c", "ip link set lo up && exec \"$@\"", "sh"
  };

  public abstract void apply(Distribution svara);

  /** The strongest that this system gives. */
  public static Isolation strongest() throws InterruptedException {
    List<String> command = new ArrayList<>(Arrays.asList(ALONE));
    command.add("true");
    try {
      return new ProcessBuilder(command).inheritIO().start().waitFor() == 0
          ? NAMESPACE
          : BLACK_HOLE;
    } catch (IOException noSuchProgram) {
      return BLACK_HOLE;
    }
  }
}
