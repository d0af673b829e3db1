// The wire: JSON over fetch, problems (RFC 9457) as exceptions. Knows no address; see desk.js.
import { observe } from "./clock.js";
import { language } from "./i18n/language.js";

/** Announces `signed-out` when the server no longer knows the session. */
export const wire = new EventTarget();

let csrf = "";

/** Sets the token that every change must carry (from GET session). */
export function authorise(token) {
  csrf = token ?? "";
}

/** What went wrong, in the server's words where it gave any. Status 0: nothing was reached. */
export class Problem extends Error {
  constructor(status, body = {}) {
    super(body.detail ?? body.title ?? "");
    this.status = status;
    this.body = body;
  }

  /** Whether trying the same again later may help: no network, overload, a restart. */
  get passing() {
    return this.status === 0 || this.status === 429 || this.status >= 502;
  }
}

/** Sends a request; gives the answer's JSON, or undefined where there is none. */
export async function request(method, path, { body, signal } = {}) {
  const headers = { Accept: "application/json", "Accept-Language": language.current };
  if (method !== "GET") headers["X-Svara-CSRF"] = csrf;
  if (body !== undefined) headers["Content-Type"] = "application/json";
  const answer = await reach(path, {
    method,
    headers,
    signal,
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  observe(answer.headers.get("Date"));
  const content = await contentOf(answer);
  if (answer.ok) return content;
  if (answer.status === 401) wire.dispatchEvent(new Event("signed-out"));
  throw new Problem(answer.status, content);
}

async function reach(path, options) {
  try {
    return await fetch(path, options);
  } catch (failure) {
    if (failure.name === "AbortError") throw failure;
    throw new Problem(0);
  }
}

// A proxy in between may answer in HTML; its status still counts, its words do not.
async function contentOf(answer) {
  if (!answer.headers.get("Content-Type")?.includes("json")) return undefined;
  try {
    const text = await answer.text();
    return text ? JSON.parse(text) : undefined;
  } catch {
    throw new Problem(0);
  }
}

/** Makes a query of what is given: lists are joined by commas, empty members left out. */
export function query(parameters) {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(parameters)) {
    const text = Array.isArray(value) ? value.join(",") : value;
    if (text !== undefined && text !== null && text !== "") search.set(name, text);
  }
  return search.size ? `?${search}` : "";
}
