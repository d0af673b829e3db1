/**
 * A stateful fake of Facebook Pages and Messenger: Graph API in, signed webhooks out. Written from
 * Meta's documents only, without sight of any connector; <b>untested against the vendor</b>
 * throughout. Each class names the documents that it follows; what the documents leave open, and
 * what was chosen, stands in decisions.md.
 */
package io.svara.testing.platforms.facebook;
