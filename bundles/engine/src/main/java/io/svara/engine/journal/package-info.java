/** Port: the append-only record of all that happened, which is the truth of Svara. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("0.1.0")
package io.svara.engine.journal;
