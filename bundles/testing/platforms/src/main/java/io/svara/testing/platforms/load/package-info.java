/** Load for webhook endpoints, with an exact account of what was acknowledged. */
package io.svara.testing.platforms.load;
