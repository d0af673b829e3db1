/** The steps of a swap, one small class each, and which step leads on from which state. */
package io.svara.hotswap.step;
