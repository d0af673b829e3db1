package io.svara.guard;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.commons.validator.routines.checkdigit.LuhnCheckDigit;

/**
 * Finds Swedish personal identity numbers and co-ordination numbers: a date of birth, three digits
 * and a check digit, as section 18 of the Population Registration Act (folkbokföringslagen
 * 1991:481) and the Tax Agency's brochure SKV 704 describe. The check digit is Luhn's over the ten
 * digits without the century. In a co-ordination number (SKV 707; act 2022:1697) sixty is added to
 * the day; where month or day of birth are not known it has zeros there, as the Tax Agency's test
 * numbers have (1915 00 72 2390; day 60). From the year in which the person turns a hundred the
 * sign is {@code +}.
 */
final class Personnummer {
  /**
   * In plain text: six or eight digits in parts, then a sign, spaces or nothing, then four; not
   * inside a longer number.
   */
  private static final Pattern SHAPE =
      Pattern.compile(
          "(?<!\\d)(?<!\\d[-+])(?:\\d{2} ?)?\\d{2}[- ]?\\d{2}[- ]?\\d{2}"
              + " ?[-+]? ?\\d{4}(?!\\d)(?![-+]\\d)");

  private static final int COORDINATION = 60;

  private final LocalDate today;

  Personnummer(LocalDate today) {
    this.today = today;
  }

  List<Candidate> find(String text) {
    return Candidate.find(SHAPE, text).stream().filter(this::isOne).toList();
  }

  private boolean isOne(Candidate candidate) {
    String digits = candidate.digits();
    String ten = digits.substring(digits.length() - 10);
    return LuhnCheckDigit.LUHN_CHECK_DIGIT.isValid(ten)
        && (digits.length() == 12 ? isDate(digits.substring(0, 8)) : isDateOfSomeCentury(ten));
  }

  private boolean isDateOfSomeCentury(String ten) {
    return isDate("19" + ten.substring(0, 6)) || isDate("20" + ten.substring(0, 6));
  }

  private boolean isDate(String yyyymmdd) {
    int year = Integer.parseInt(yyyymmdd.substring(0, 4));
    int month = Integer.parseInt(yyyymmdd.substring(4, 6));
    int day = Integer.parseInt(yyyymmdd.substring(6, 8));
    if (day < COORDINATION) {
      return isPast(year, month, day);
    }
    // Of a co-ordination number month and day may be unknown: January and the first stand in.
    return month <= 12 && isPast(year, Math.max(1, month), Math.max(1, day - COORDINATION));
  }

  private boolean isPast(int year, int month, int day) {
    try {
      return year >= 1840 && !LocalDate.of(year, month, day).isAfter(today);
    } catch (DateTimeException impossible) {
      return false;
    }
  }
}
