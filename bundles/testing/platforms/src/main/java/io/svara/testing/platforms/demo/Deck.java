package io.svara.testing.platforms.demo;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Random;

/**
 * Gives out a list's items in shuffled order, each once before any comes again. Not thread-safe.
 */
final class Deck<T> {
  private final List<T> items;
  private final Random random;
  private final Deque<T> left = new ArrayDeque<>();

  Deck(List<T> items, Random random) {
    this.items = List.copyOf(items);
    this.random = random;
  }

  T draw() {
    if (left.isEmpty()) {
      List<T> shuffled = new ArrayList<>(items);
      Collections.shuffle(shuffled, random);
      left.addAll(shuffled);
    }
    return left.removeFirst();
  }
}
