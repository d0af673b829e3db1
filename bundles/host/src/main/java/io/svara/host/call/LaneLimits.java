package io.svara.host.call;

import java.time.Duration;

/**
 * How much of the machine one plugin may hold.
 *
 * @param atOnce calls that run at the same time
 * @param hanging calls that may hang before the plugin gets no more
 * @param grace how long an interrupted call has to end before its thread is given up
 */
public record LaneLimits(int atOnce, int hanging, Duration grace) {}
