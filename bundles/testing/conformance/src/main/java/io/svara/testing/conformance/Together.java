package io.svara.testing.conformance;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The results of several contracts of one connector as one: a case that failed in any of them
 * failed, and one that passed in any other passed. What the others made of it is its reason.
 */
final class Together {
  private record In(String contract, Result result) {}

  private Together() {}

  /**
   * @param tried results by contract
   */
  static List<Result> of(Map<String, List<Result>> tried) {
    if (tried.size() == 1) {
      return tried.values().iterator().next();
    }
    Map<String, List<In>> byCase = new TreeMap<>();
    tried.forEach(
        (contract, results) ->
            results.forEach(
                result ->
                    byCase
                        .computeIfAbsent(result.key(), key -> new ArrayList<>())
                        .add(new In(contract, result))));
    return byCase.values().stream().map(Together::one).toList();
  }

  private static Result one(List<In> all) {
    List<Result> different = all.stream().map(In::result).distinct().toList();
    if (different.size() == 1) {
      return different.get(0);
    }
    String reasons =
        all.stream()
            .filter(in -> in.result().outcome() != Outcome.PASSED)
            .map(
                in ->
                    in.contract()
                        + " ("
                        + in.result().outcome().word()
                        + "): "
                        + in.result().reason())
            .collect(Collectors.joining("; "));
    Result any = different.get(0);
    return new Result(any.family(), any.name(), outcome(different), Result.cut(reasons));
  }

  private static Outcome outcome(List<Result> all) {
    List<Outcome> outcomes = all.stream().map(Result::outcome).toList();
    if (outcomes.contains(Outcome.FAILED)) {
      return Outcome.FAILED;
    }
    return outcomes.contains(Outcome.PASSED) ? Outcome.PASSED : Outcome.NOT_RUN;
  }
}
