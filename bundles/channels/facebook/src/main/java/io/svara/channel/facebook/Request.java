package io.svara.channel.facebook;

import io.svara.api.channel.Receipt;
import io.svara.api.message.Tree;
import java.util.Map;
import java.util.Optional;

/**
 * A text on its way to Facebook.
 *
 * @param path under the versioned root
 * @param refusal why it is of no use to ask; then nothing else of this counts
 * @param accepted reads the text's id from an answer
 */
record Request(String path, Map<String, Tree> body, Optional<Receipt> refusal, Naming accepted) {

  static Request refused(String code, String reason) {
    return new Request(
        "",
        Map.of(),
        Optional.of(new Receipt.Rejected(code, reason, false)),
        answer -> Optional.empty());
  }

  static Request to(String path, Map<String, Tree> body, Naming accepted) {
    return new Request(path, body, Optional.empty(), accepted);
  }

  /** Where an answer names what came of the request. */
  @FunctionalInterface
  interface Naming {
    Optional<String> idIn(Tree answer);
  }
}
