package io.svara.testing.conformance;

import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What became of each case of one contract. */
final class Report {
  private final Map<String, Result> results = new TreeMap<>();
  private ChannelContract contract;

  synchronized void about(ChannelContract tried) {
    contract = tried;
  }

  synchronized void note(Method method, Outcome outcome, String reason) {
    Result result = Result.of(method, outcome, reason);
    results.put(result.key(), result);
  }

  synchronized boolean isEmpty() {
    return results.isEmpty();
  }

  synchronized Subject subject() {
    return Subject.of(contract);
  }

  /** Every case of the kit: a run that was asked for some only must not look like one of all. */
  synchronized List<Result> results() {
    cases()
        .map(method -> Result.of(method, Outcome.NOT_RUN, "was left out of this run"))
        .forEach(result -> results.putIfAbsent(result.key(), result));
    return List.copyOf(results.values());
  }

  private static Stream<Method> cases() {
    return Stream.of(ChannelContract.class.getInterfaces())
        .flatMap(family -> Stream.of(family.getDeclaredMethods()))
        .filter(method -> method.isAnnotationPresent(Test.class));
  }
}
