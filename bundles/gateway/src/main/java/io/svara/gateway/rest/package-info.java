/** REST v1: one class for each resource, and who may call what in {@link Permission}. */
package io.svara.gateway.rest;
