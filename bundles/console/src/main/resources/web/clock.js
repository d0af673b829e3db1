// What time the server has. Reply windows and waiting times are counted from its clock: an agent's
// computer may be minutes wrong.
let skew = 0;

/** Takes the Date header of an answer; differences below a minute are the wire's, not the clock's. */
export function observe(header) {
  const theirs = Date.parse(header ?? "");
  if (Number.isNaN(theirs)) return;
  const difference = theirs - Date.now();
  skew = Math.abs(difference) > 60_000 ? difference : 0;
}

/** Milliseconds since 1970 by the server's clock. */
export const now = () => Date.now() + skew;

/** Ticks once a second while the page is looked at; elements that show a time listen. */
export const ticker = new EventTarget();

setInterval(() => {
  if (!document.hidden) ticker.dispatchEvent(new Event("tick"));
}, 1000);
