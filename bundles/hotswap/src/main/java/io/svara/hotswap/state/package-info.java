/** What is true of swaps and routes: the legal moves, the events, the fold and the ledger. */
package io.svara.hotswap.state;
