/**
 * The conformance kit: {@link io.svara.testing.conformance.ChannelContract} is what a connector's
 * test implements, {@link io.svara.testing.conformance.Platform} what its fake platform is driven
 * by.
 */
package io.svara.testing.conformance;
