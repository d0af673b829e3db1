package io.svara.channel.email.quote;

/**
 * Quoted lines that stand together.
 *
 * @param introduction the first line of their introduction; the same as {@code from} where they
 *     have none
 * @param from the first quoted line
 * @param to the line after the last
 */
record Run(int introduction, int from, int to) {
  boolean introduced() {
    return introduction < from;
  }
}
