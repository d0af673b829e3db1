// Short messages about what just happened; svara-notices shows and speaks them.
export const notices = new EventTarget();

/** @param kind "done" or "wrong" */
export function notify(text, kind = "done") {
  notices.dispatchEvent(new CustomEvent("notice", { detail: { text, kind } }));
}

/** Speaks to screen readers only, for what everyone else sees anyway. */
export function speak(text) {
  notices.dispatchEvent(new CustomEvent("speech", { detail: text }));
}
