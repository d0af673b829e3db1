package io.svara.channel.email.quote;

/**
 * A letter's lines in two heaps, each in its order. Every line with words is in exactly one.
 *
 * @param written what the author wrote now, with the quoted lines that it answers; has words
 *     wherever the letter has
 * @param folded the rest: quoted letters with their introductions, and the signature; may be empty
 */
public record Folded(String written, String folded) {}
