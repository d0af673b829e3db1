package io.svara.testing.platforms.facebook;

/** Who wrote something: a person by the id that one page sees (page-scoped), or a page. */
public record Author(String id, String name) {}
