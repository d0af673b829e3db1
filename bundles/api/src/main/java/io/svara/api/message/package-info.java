/**
 * What people write to each other: handles, messages, attachments, and the trees that platforms
 * send.
 */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("0.3.0")
package io.svara.api.message;
