/** Composes a distribution of Svara, in a build of Maven's and without a framework. */
package io.svara.composer;
