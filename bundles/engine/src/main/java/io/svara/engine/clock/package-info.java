/** Port: the time. Everybody reads it from the service {@link java.time.InstantSource}. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("0.1.0")
package io.svara.engine.clock;
