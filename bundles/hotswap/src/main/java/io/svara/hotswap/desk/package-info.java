/** What people and other rooms ask of swaps, and the threads on which swaps run. */
package io.svara.hotswap.desk;
