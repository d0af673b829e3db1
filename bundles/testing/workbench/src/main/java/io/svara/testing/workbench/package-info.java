/** Lets a connector and its fake platform run in earnest, for the one who writes them. */
package io.svara.testing.workbench;
