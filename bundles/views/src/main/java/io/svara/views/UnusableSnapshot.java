package io.svara.views;

/** Why a snapshot is not used; the message goes on from "the snapshot … is not used: ". */
final class UnusableSnapshot extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UnusableSnapshot(String why) {
    super(why);
  }
}
