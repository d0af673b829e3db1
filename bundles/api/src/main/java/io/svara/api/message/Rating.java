package io.svara.api.message;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * A review's verdict on the organisation: stars, or since 2018 on Facebook a plain yes or no.
 *
 * @param stars 1 to 5
 * @param recommends whether the customer recommends the organisation
 */
public record Rating(OptionalInt stars, Optional<Boolean> recommends) {
  public Rating {
    if (stars.isPresent() && (stars.getAsInt() < 1 || stars.getAsInt() > 5)) {
      throw new IllegalArgumentException("Stars go from 1 to 5, not " + stars.getAsInt() + ".");
    }
    if (stars.isEmpty() && recommends.isEmpty()) {
      throw new IllegalArgumentException("A rating has stars or a recommendation.");
    }
  }
}
