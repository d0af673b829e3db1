package io.svara.testing.conformance;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * Secrets that nothing else looks like, so that where one of them turns up it is a leak. Letters
 * and digits only: no encoding of an address changes them.
 */
public final class Secrets {
  private final Map<String, String> values = new TreeMap<>();
  private final Map<String, List<String>> former = new TreeMap<>();
  private final UnaryOperator<String> maker;

  Secrets() {
    this(name -> "hush" + name.replaceAll("[^A-Za-z0-9]", "") + "Q7Zx41vN0pLw88");
  }

  private Secrets(UnaryOperator<String> maker) {
    this.maker = maker;
  }

  /**
   * Secrets of another making, for a fake platform outside of the kit's cases.
   *
   * @param maker gives a secret of that name a value; asked once for each
   */
  public static Secrets madeBy(UnaryOperator<String> maker) {
    return new Secrets(maker);
  }

  /** The value of that secret, the same each time; from then on the connector is given it. */
  public synchronized String of(String name) {
    return values.computeIfAbsent(name, maker);
  }

  synchronized Optional<String> given(String name) {
    return Optional.ofNullable(values.get(name));
  }

  synchronized void replace(String name, String value) {
    Optional.ofNullable(values.put(name, value))
        .ifPresent(old -> former.computeIfAbsent(name, it -> new ArrayList<>()).add(old));
  }

  /** The name of a secret that stands in the text, as it is or as it once was. */
  synchronized Optional<String> in(String text) {
    return values.keySet().stream().filter(name -> all(name).anyMatch(text::contains)).findFirst();
  }

  private Stream<String> all(String name) {
    return Stream.concat(
        Stream.of(values.get(name)), former.getOrDefault(name, List.of()).stream());
  }
}
