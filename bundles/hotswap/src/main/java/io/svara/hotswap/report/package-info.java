/** What the author's build says of a plugin, read from its jar and judged. */
package io.svara.hotswap.report;
