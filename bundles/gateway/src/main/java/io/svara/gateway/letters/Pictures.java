package io.svara.gateway.letters;

/** What becomes of pictures that lie with a stranger's server, who sees who fetches them. */
public enum Pictures {
  NONE,
  SHOWN
}
