/**
 * What every fake platform is made of: a server on loopback, a clock that tests set, faults, rate
 * limits, and a sender of signed webhooks that retries as vendors do. A platform adds its own
 * state, API and payloads in a package below.
 */
package io.svara.testing.platforms;
