/** Port: how accounts are connected to their platforms by OAuth. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("0.1.0")
package io.svara.engine.connections;
