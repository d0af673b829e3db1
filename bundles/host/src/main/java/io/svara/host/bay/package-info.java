/** Where versions of plugins run side by side, whatever their kind. */
package io.svara.host.bay;
