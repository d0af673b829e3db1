/** The embedded journal; nothing of it is seen from outside but the services. */
package io.svara.journal.file;
