/** The way in: keeps raw deliveries, has them read, and makes cases of what they tell. */
package io.svara.engine.intake;
