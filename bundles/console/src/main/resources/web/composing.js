// What may be written in a case, to whom, how long, and for how long yet.
import { now } from "./clock.js";
import { lengthIn } from "./units.js";

/**
 * The ways to write: each with the visibility that the platform and the guard go by. `handoff`
 * answers a public message in private.
 */
const modes = {
  public: { visibility: "public", capability: "public-reply" },
  private: { visibility: "private", capability: "private-reply" },
  handoff: { visibility: "private", capability: "private-handoff", privately: true },
  note: { visibility: "note" },
};

export const visibilityOf = (mode) => modes[mode].visibility;
export const isPrivately = (mode) => Boolean(modes[mode].privately);

/**
 * The names of the modes that this case allows, the usual one first: the customer is answered where
 * they spoke last, so that what they wrote in private is not answered in public by habit.
 */
export function modesOf(view) {
  const able = (mode) => view.capabilities.includes(modes[mode].capability);
  const inPublic = view.visibility === "public";
  const heard = view.thread.filter((message) => message.direction === "in");
  const spokeInPrivate = heard.some((message) => message.visibility === "private");
  const offered = [];
  if (inPublic && able("public")) offered.push("public");
  if (spokeInPrivate && able("private")) {
    if (heard.at(-1).visibility === "private") offered.unshift("private");
    else offered.push("private");
  }
  if (inPublic && able("handoff")) offered.push("handoff");
  return [...offered, "note"];
}

/** {left, unit} of the platform's limit, or undefined where there is none. */
export function room(view, mode, text) {
  const limit = view.limits?.[visibilityOf(mode)];
  if (!limit) return undefined;
  return { left: limit.max - lengthIn(limit.counting, text), unit: limit.counting };
}

/**
 * Until when the platform takes an answer: {standard, byAPerson} as times, or undefined. A private
 * answer to a public message has a window of its own, which the guard knows and we do not.
 */
export function windowOf(view, mode) {
  const window = view.windows?.[visibilityOf(mode)];
  if (!window || isPrivately(mode)) return undefined;
  const last = view.thread.findLast(
    (message) => message.direction === "in" && message.visibility === visibilityOf(mode),
  );
  if (!last) return undefined;
  const closing = (seconds) =>
    seconds === undefined ? undefined : new Date(Date.parse(last.at) + seconds * 1000).toISOString();
  return { standard: closing(window.standard), byAPerson: closing(window.byAPerson) };
}

/** "open", "person" (only a person's answer is taken), or "closed". */
export function windowState({ standard, byAPerson }) {
  if (Date.parse(standard) > now()) return "open";
  return byAPerson && Date.parse(byAPerson) > now() ? "person" : "closed";
}
