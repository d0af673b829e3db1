/** Commands for operators, in Karaf's shell and through {@code bin/svara}. */
package io.svara.shell;
