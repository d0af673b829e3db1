/** What an operator may set. */
package io.svara.gateway.settings;
