/** Port: what must never be written down in the open. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("0.1.0")
package io.svara.engine.secrets;
