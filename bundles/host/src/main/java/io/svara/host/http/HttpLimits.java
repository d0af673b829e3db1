package io.svara.host.http;

import java.time.Duration;

/**
 * How much one request may take.
 *
 * @param longest the longest time for a whole answer
 * @param answerBytes the longest answer
 * @param lineBytes the longest line of an answer that goes on
 */
public record HttpLimits(Duration longest, int answerBytes, int lineBytes) {}
