/** The people behind the handles. */
package io.svara.engine.contacts;
