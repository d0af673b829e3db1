package io.svara.guard;

import java.util.List;
import java.util.regex.Pattern;
import org.apache.commons.validator.routines.CreditCardValidator;

/**
 * Finds payment card numbers: 13 to 19 digits with Luhn's check digit (ISO/IEC 7812-1) that begin
 * as an issuer's do, in groups or without.
 */
final class PaymentCard {
  private static final Pattern SHAPE =
      Pattern.compile("(?<![\\d])(?<!\\d[ -])\\d(?:[ -]?\\d){12,18}(?![ -]?\\d)");

  private final CreditCardValidator issuers =
      new CreditCardValidator(
          CreditCardValidator.AMEX
              + CreditCardValidator.VISA
              + CreditCardValidator.MASTERCARD
              + CreditCardValidator.DISCOVER
              + CreditCardValidator.DINERS);

  List<Candidate> find(String text) {
    return Candidate.find(SHAPE, text).stream()
        .filter(candidate -> issuers.isValid(candidate.digits()))
        .toList();
  }
}
