package io.svara.guard;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.validator.routines.CreditCardValidator;

/**
 * Finds payment card numbers: 13 to 19 digits with Luhn's check digit (ISO/IEC 7812-1) that begin
 * as an issuer's do, in groups or without. A number may follow behind a space, because people write
 * when the card expires there.
 */
final class PaymentCard {
  private static final int SHORTEST = 13;
  private static final int LONGEST = 19;
  private static final int MOST_SEPARATORS = 3;

  private final CreditCardValidator issuers =
      new CreditCardValidator(
          CreditCardValidator.AMEX
              + CreditCardValidator.VISA
              + CreditCardValidator.MASTERCARD
              + CreditCardValidator.DISCOVER
              + CreditCardValidator.DINERS);

  List<Candidate> find(String text) {
    List<Candidate> found = new ArrayList<>();
    for (int from = 0; from < text.length(); from++) {
      if (begins(text, from)) {
        Optional<Candidate> card = longest(text, from);
        card.ifPresent(found::add);
        from = card.map(Candidate::to).orElse(from);
      }
    }
    return found;
  }

  private Optional<Candidate> longest(String text, int from) {
    Candidate card = null;
    StringBuilder digits = new StringBuilder();
    int at = from;
    while (isDigit(text, at) && digits.length() < LONGEST) {
      digits.append(text.charAt(at));
      at++;
      if (digits.length() >= SHORTEST && ends(text, at) && issuers.isValid(digits.toString())) {
        card = new Candidate(digits.toString(), from, at);
      }
      at += separators(text, at);
    }
    return Optional.ofNullable(card);
  }

  private static boolean begins(String text, int at) {
    return isDigit(text, at)
        && !isDigit(text, at - 1)
        && !(is(text, at - 1, '-') && isDigit(text, at - 2));
  }

  private static boolean ends(String text, int at) {
    return !isDigit(text, at) && !(is(text, at, '-') && isDigit(text, at + 1));
  }

  /**
   * How many characters part the digit before from the next one: a full stop, two spaces, or a dash
   * between two.
   */
  private static int separators(String text, int at) {
    int count = 0;
    while (count < MOST_SEPARATORS && isSeparator(text, at + count)) {
      count++;
    }
    return isDigit(text, at + count) ? count : 0;
  }

  private static boolean isSeparator(String text, int at) {
    return is(text, at, ' ') || is(text, at, '-') || is(text, at, '.') || is(text, at, '_');
  }

  private static boolean is(String text, int at, char wanted) {
    return at >= 0 && at < text.length() && text.charAt(at) == wanted;
  }

  /** Only the ten of ASCII: others would not pass for a card's. */
  private static boolean isDigit(String text, int at) {
    return at >= 0 && at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9';
  }
}
