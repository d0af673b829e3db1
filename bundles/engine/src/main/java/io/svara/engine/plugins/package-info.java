/** Port: the running versions of plugins, one call at a time. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("0.1.0")
package io.svara.engine.plugins;
