package io.svara.it.living;

/**
 * A message as it stands in a case.
 *
 * @param position where the journal has it
 */
public record Stored(
    String caseId,
    long position,
    String account,
    String direction,
    String platformId,
    String text) {

  public boolean isFromCustomer() {
    return direction.equals("in");
  }
}
