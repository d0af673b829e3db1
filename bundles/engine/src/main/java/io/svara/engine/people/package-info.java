/** Port: the users of Svara. The room that signs them in implements it. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("0.1.0")
package io.svara.engine.people;
