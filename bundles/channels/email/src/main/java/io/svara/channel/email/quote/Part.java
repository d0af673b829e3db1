package io.svara.channel.email.quote;

/** What a line of a letter belongs to. */
enum Part {
  WRITTEN,
  QUOTED,
  SIGNATURE
}
