package io.svara.testing.launcher;

import java.util.Optional;
import org.opentest4j.TestAbortedException;

/**
 * What a test needs beside the JDK (a browser, a mail server, another Java). Where it is missing
 * the test is skipped with a loud reason; where the environment says {@code SVARA_REQUIRE_PEERS=1},
 * as continuous integration does, it fails.
 */
public final class Peers {
  private final boolean required;

  private Peers(boolean required) {
    this.required = required;
  }

  /**
   * Gives the peer, or ends the calling test.
   *
   * @param name what is needed, such as {@code "Java 25"}
   * @param found the peer, if this machine has it
   * @param remedy what to do about it, such as {@code "set JAVA_HOME_25"}
   * @throws TestAbortedException where it is missing and may be
   * @throws AssertionError where it is missing and must not be
   */
  public static <T> T require(String name, Optional<T> found, String remedy) {
    return fromEnvironment().get(name, found, remedy);
  }

  static Peers fromEnvironment() {
    return required("1".equals(System.getenv("SVARA_REQUIRE_PEERS")));
  }

  static Peers required(boolean required) {
    return new Peers(required);
  }

  <T> T get(String name, Optional<T> found, String remedy) {
    if (found.isPresent()) {
      return found.get();
    }
    String missing = "There is no " + name + " here: " + remedy + ".";
    if (required) {
      throw new AssertionError(missing + " (SVARA_REQUIRE_PEERS=1 forbids skipping.)");
    }
    System.err.println("SKIPPED: " + missing);
    throw new TestAbortedException(missing);
  }
}
