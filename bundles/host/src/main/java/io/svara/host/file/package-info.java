/** Accounts and endpoints from configuration files. */
package io.svara.host.file;
