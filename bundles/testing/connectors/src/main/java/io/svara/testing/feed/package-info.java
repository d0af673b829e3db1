/** The platform that the test connectors read. It is started by tests, outside the framework. */
package io.svara.testing.feed;
