// Two people at one case. A case's version rises with everything but the standing of a
// reply; only what the agent would have wanted to know before acting is a conflict.
import { desk } from "./desk.js";

const fields = ["state", "assignee", "priority"];

/** Messages that are in the newer case and were not in the older, other than this user's own. */
export function arrivals(older, newer, user) {
  const known = new Set(older.thread.map((message) => message.id));
  return newer.thread.filter(
    (message) =>
      !known.has(message.id) &&
      (message.direction === "in" || (message.direction === "out" && message.reply?.by !== user)),
  );
}

/** Whether somebody did something in between that the user should see first. */
export function matters(older, newer, user) {
  return (
    arrivals(older, newer, user).length > 0 ||
    fields.some((field) => older[field] !== newer[field]) ||
    [...older.tags].sort().join() !== [...newer.tags].sort().join() ||
    older.thread.some((message) => changed(message, newer))
  );
}

// A customer's message that was edited or removed meanwhile.
function changed(message, newer) {
  if (message.direction !== "in") return false;
  const now = newer.thread.find((other) => other.id === message.id);
  return !now || now.text !== message.text || now.removed !== message.removed;
}

/** Somebody else was faster, in a way that matters; `newer` is the case as it is now. */
export class Conflict extends Error {
  constructor(newer) {
    super();
    this.newer = newer;
  }
}

/** Whether this user's text is in the newer case already: an earlier try did get through. */
export const arrived = (older, newer, user, text) => {
  const known = new Set(older.thread.map((message) => message.id));
  return newer.thread.some(
    (message) =>
      !known.has(message.id) &&
      message.text === text &&
      (message.direction === "note" || message.reply?.by === user),
  );
};

/**
 * Does a change that names the case's version. When the version is old but nothing happened that
 * matters, it is done again with the new one; otherwise {@link Conflict} is thrown.
 *
 * @param change takes a version, gives the case after it
 * @param text of what is sent, where it is a text: it is never sent twice
 */
export async function attempt(older, user, change, text) {
  let version = older.version;
  for (let tries = 0; ; tries++) {
    try {
      return await change(version);
    } catch (problem) {
      if (problem.status !== 409) throw problem;
      const newer = problem.body?.case ?? (await desk.case(older.id));
      if (text !== undefined && arrived(older, newer, user, text)) return newer;
      if (tries === 2 || matters(older, newer, user)) throw new Conflict(newer);
      version = newer.version;
    }
  }
}
