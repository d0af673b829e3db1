package io.svara.gateway.people;

/** The payload of {@code user.removed}. */
record UserRemoved(String name, String by) {}
