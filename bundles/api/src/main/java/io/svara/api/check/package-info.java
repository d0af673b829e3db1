/** Readers of drafts: what a plugin implements to have a say before a text leaves the house. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("0.1.0")
package io.svara.api.check;
