/** The way in and out of one platform: what a connector implements and what the host gives it. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("0.3.0")
package io.svara.api.channel;
