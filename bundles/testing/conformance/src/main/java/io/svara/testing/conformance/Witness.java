package io.svara.testing.conformance;

import io.svara.api.channel.AccountRefused;
import io.svara.api.channel.Http;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.CopyOnWriteArrayList;

/** All that a connector did and said in one case. */
final class Witness {
  /** Its lines for operators. */
  final List<String> lines = new CopyOnWriteArrayList<>();

  /** Its requests, those that were refused included. */
  final List<Http.Call> calls = new CopyOnWriteArrayList<>();

  /** Addresses that nobody granted. */
  final List<String> refused = new CopyOnWriteArrayList<>();

  /** Its answers and exceptions, in words. */
  final List<String> words = new CopyOnWriteArrayList<>();

  /** What it did with a host whose call was over. */
  final List<String> afterTheCall = new CopyOnWriteArrayList<>();

  /** What was still running when a call had ended. */
  final List<String> threads = new CopyOnWriteArrayList<>();

  /** The names of secrets that it replaced. */
  final Set<String> rotated = new ConcurrentSkipListSet<>();

  final Set<String> settings = new ConcurrentSkipListSet<>();
  final Set<String> secrets = new ConcurrentSkipListSet<>();

  /** An exception of its own: the host's log has it, and an operator reads it. */
  void heard(Throwable thrown) {
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      words.add(cause.toString());
      if (cause instanceof AccountRefused refused) {
        words.add(refused.code());
      }
    }
  }
}
