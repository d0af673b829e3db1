package io.svara.testing.platforms.facebook;

/**
 * A page with an API token of its own.
 *
 * @param accessToken the token given at the page's creation; {@link FacebookPlatform#renewToken}
 *     makes another
 */
public record Page(String id, String name, String accessToken) {

  Author asAuthor() {
    return new Author(id, name);
  }
}
