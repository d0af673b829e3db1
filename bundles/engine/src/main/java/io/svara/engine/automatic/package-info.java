/** What is said without a person: by rules that cannot run away. */
package io.svara.engine.automatic;
