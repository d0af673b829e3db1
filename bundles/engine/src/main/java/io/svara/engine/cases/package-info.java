/** What people do with cases. */
package io.svara.engine.cases;
