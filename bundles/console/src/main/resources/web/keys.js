// Shortcuts: single keys, and "g" followed by one. Never while typing, never in a dialog, never
// with a modifier, so that they take nothing from browser or screen reader. Who speaks to the
// computer, or hits keys unawares, turns those of one character off (WCAG 2.1.4).

const kept = "svara.keys";

const handlers = new Map();
let prefix = "";
let prefixTimer;

/** Binds keys ("j", "g i", "Escape") to functions; gives back how to undo it. */
export function bind(bindings) {
  for (const [key, handler] of Object.entries(bindings)) {
    handlers.set(key, [handler, ...(handlers.get(key) ?? [])]);
  }
  return () => {
    for (const [key, handler] of Object.entries(bindings)) {
      handlers.set(key, handlers.get(key).filter((other) => other !== handler));
    }
  };
}

export const characterKeys = () => localStorage.getItem(kept) !== "off";

/** Turns shortcuts of one character on or off, in this browser. */
export function useCharacterKeys(on) {
  if (on) localStorage.removeItem(kept);
  else localStorage.setItem(kept, "off");
}

const typing = (target) =>
  target instanceof Element &&
  target.closest("input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]");

function press(event) {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
  if (document.querySelector("dialog[open]")) return;
  if (event.key !== "Escape" && typing(event.target)) return;
  if (event.key.length === 1 && !characterKeys()) return;
  const key = prefix ? `${prefix} ${event.key}` : event.key;
  clearTimeout(prefixTimer);
  prefix = "";
  if (key === "g") {
    prefix = "g";
    prefixTimer = setTimeout(() => (prefix = ""), 1500);
    return;
  }
  // The latest bound comes first; one that returns false leaves the key to the next.
  const taken = handlers.get(key)?.some((handler) => handler(event) !== false);
  if (taken) event.preventDefault();
}

document.addEventListener("keydown", press);
