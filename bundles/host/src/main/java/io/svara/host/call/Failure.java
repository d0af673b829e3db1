package io.svara.host.call;

import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * A plugin's exception in words. The words are its class and where it was thrown, never its
 * message: that may quote a customer's text or a secret.
 */
final class Failure {
  private static final int FRAMES = 3;

  private Failure() {}

  static String text(Throwable thrown) {
    if (thrown instanceof Complaint complaint) {
      return complaint.getMessage();
    }
    return thrown.getClass().getName()
        + Arrays.stream(thrown.getStackTrace())
            .limit(FRAMES)
            .map(frame -> frame.getClassName() + "." + frame.getMethodName() + line(frame))
            .collect(Collectors.joining(" < ", " at ", ""));
  }

  private static String line(StackTraceElement frame) {
    return frame.getLineNumber() < 0 ? "" : ":" + frame.getLineNumber();
  }
}
