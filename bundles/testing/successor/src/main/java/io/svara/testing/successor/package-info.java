/** The polling and the streaming connector as their next version writes settings and cursors. */
package io.svara.testing.successor;
