/** What people and the gateway may ask of the engine. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("0.1.0")
package io.svara.engine.desk;
