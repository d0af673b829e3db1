/** Port: what is folded from the journal, by key and by search; local, and rebuilt at will. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("0.1.0")
package io.svara.engine.views;
