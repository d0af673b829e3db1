package io.svara.testing.conformance.sound;

import io.svara.api.channel.Inbound.Edit;

/** Edits that differ in one part. */
final class Edits {
  private Edits() {}

  static Edit revised(Edit edit, String revision) {
    return of(edit, revision, edit.text());
  }

  static Edit reworded(Edit edit, String text) {
    return of(edit, edit.revision(), text);
  }

  private static Edit of(Edit edit, String revision, String text) {
    return new Edit(
        edit.account(),
        edit.platformId(),
        revision,
        edit.author(),
        text,
        edit.attachments(),
        edit.rating(),
        edit.editedAt());
  }
}
