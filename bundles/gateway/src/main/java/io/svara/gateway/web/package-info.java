/** Pages: static files of other bundles, and the headers that every answer carries. */
package io.svara.gateway.web;
