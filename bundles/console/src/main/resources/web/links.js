// Addresses that came from outside: only web addresses become links, never javascript: and the like.

/** The address if it is an absolute http(s) one, else undefined. */
export function webAddress(address) {
  if (!address) return undefined;
  try {
    const url = new URL(address);
    return url.protocol === "https:" || url.protocol === "http:" ? url.href : undefined;
  } catch {
    return undefined;
  }
}
