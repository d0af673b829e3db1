package io.svara.it.durability;

import io.svara.testing.feed.Call;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Finds replies that were sent again without the platform having been asked about them. */
final class Resent {
  private Resent() {}

  /** The idempotency keys of such replies. */
  static Set<String> blindly(List<Call> calls) {
    Map<String, Call.What> last = new HashMap<>();
    Set<String> found = new TreeSet<>();
    for (Call call : calls) {
      Call.What before = last.put(call.key(), call.what());
      if (call.what() == Call.What.SENT && before == Call.What.SENT) {
        found.add(call.key());
      }
    }
    return found;
  }
}
