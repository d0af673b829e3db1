package io.svara.gateway.rest;

/**
 * The machine that a request comes from.
 *
 * @param address behind trusted proxies
 * @param secure whether it speaks TLS
 */
public record Client(String address, boolean secure) {
  /** The request's attribute that holds it. */
  static final String ATTRIBUTE = "io.svara.client";
}
