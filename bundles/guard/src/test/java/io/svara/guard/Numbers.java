package io.svara.guard;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Random;

/**
 * Makes numbers, right and wrong ones, by arithmetic of its own: the check digit is counted from
 * the right over digit sums, otherwise than the library does.
 */
final class Numbers {
  private final Random random;

  Numbers(long seed) {
    this.random = new Random(seed);
  }

  /** Twelve digits: the date of a birth between 1900 and 2025, a number, and the check digit. */
  String person(boolean coordination) {
    LocalDate born = LocalDate.ofEpochDay(-25_567L + random.nextInt(46_000));
    String date = born.format(DateTimeFormatter.ofPattern("yyyyMM", Locale.ROOT));
    int day = born.getDayOfMonth() + (coordination ? 60 : 0);
    String nine = date.substring(2) + two(day) + three(random.nextInt(1_000));
    return date.substring(0, 2) + nine + checkDigit(nine);
  }

  /** A card number of that beginning and length. */
  String card(String prefix, int length) {
    StringBuilder digits = new StringBuilder(prefix);
    while (digits.length() < length - 1) {
      digits.append(random.nextInt(10));
    }
    return digits.toString() + checkDigit(digits.toString());
  }

  /** The same with another last digit, so that it is none. */
  String spoilt(String number) {
    int last = number.charAt(number.length() - 1) - '0';
    int other = (last + 1 + random.nextInt(9)) % 10;
    return number.substring(0, number.length() - 1) + other;
  }

  private static int checkDigit(String digits) {
    int sum = 0;
    for (int fromRight = 0; fromRight < digits.length(); fromRight++) {
      int digit = digits.charAt(digits.length() - 1 - fromRight) - '0';
      int weighed = fromRight % 2 == 0 ? 2 * digit : digit;
      sum += weighed / 10 + weighed % 10;
    }
    return (10 - sum % 10) % 10;
  }

  private static String two(int number) {
    return String.format(Locale.ROOT, "%02d", number);
  }

  private static String three(int number) {
    return String.format(Locale.ROOT, "%03d", number);
  }
}
