package io.svara.it.durability;

/**
 * A message as it stands in a case.
 *
 * @param position where the journal has it
 */
record Stored(
    String caseId,
    long position,
    String account,
    String direction,
    String platformId,
    String text) {

  boolean isFromCustomer() {
    return direction.equals("in");
  }
}
