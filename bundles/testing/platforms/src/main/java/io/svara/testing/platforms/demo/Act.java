package io.svara.testing.platforms.demo;

import java.util.Random;

/** What a customer may do next; the weight says how often. */
enum Act {
  COMMENT(28),
  POST(18),
  MESSAGE(22),
  CONTINUE_MESSAGING(6),
  RATE(7),
  LIKE(7),
  REACT(4),
  ANSWER_ANOTHER(5),
  EDIT(2),
  REMOVE(1);

  private final int weight;

  Act(int weight) {
    this.weight = weight;
  }

  static Act draw(Random random) {
    int total = 0;
    for (Act act : values()) {
      total += act.weight;
    }
    int left = random.nextInt(total);
    for (Act act : values()) {
      left -= act.weight;
      if (left < 0) {
        return act;
      }
    }
    throw new IllegalStateException("No act was drawn from a total weight of " + total + ".");
  }
}
