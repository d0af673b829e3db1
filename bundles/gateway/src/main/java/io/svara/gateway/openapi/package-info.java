/** Describes the REST interface while the bundle is built; not a part of the bundle. */
package io.svara.gateway.openapi;
