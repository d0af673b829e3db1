/** The time, from the machine or from a test. */
package io.svara.host.clock;
