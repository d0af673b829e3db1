package io.svara.engine.intake;

/**
 * What a delivery that a connector failed on may be tried with: with every other one it may be read
 * again.
 *
 * @param version of the connector
 * @param healings how often that version was cut off and worked again
 */
record Chance(String version, int healings) {}
