/** Draft checks, asked all at once. */
package io.svara.host.check;
