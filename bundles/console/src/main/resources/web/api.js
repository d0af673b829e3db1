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

let renew;

/**
 * Sets who asks for a new token when the server calls ours old, as after signing in anew in another
 * tab; it answers whether the user is still the same.
 */
export function renewBy(asked) {
  renew = asked;
}

/** What went wrong, in the server's words where it gave any. Status 0: nothing was reached. */
export class Problem extends Error {
  constructor(status, body = {}) {
    super(body.detail ?? body.title ?? "");
    this.status = status;
    this.body = body;
  }

  /** Whether the token was old, which says nothing of the user's role. */
  get outdated() {
    return this.status === 403 && this.body.code === "csrf";
  }

  /** Whether trying the same again later may help: no network, overload, a restart. */
  get passing() {
    return this.status === 0 || this.status === 429 || this.status >= 502;
  }
}

/**
 * Sends a request, with a body that becomes JSON or a file of the given type; gives the answer's
 * JSON, or undefined where there is none. With an old token it is sent a second time, with a new
 * one, unless the signal has told to stop meanwhile. `progress` is told how much of the body is
 * sent, from 0 to 1.
 */
export async function request(method, path, options = {}) {
  try {
    return await send(method, path, options);
  } catch (problem) {
    if (!problem.outdated) throw problem;
    options.progress?.(0);
    if (!(await renew())) throw problem;
    return send(method, path, options);
  }
}

async function send(method, path, { body, file, type = "application/json", signal, progress }) {
  signal?.throwIfAborted();
  const headers = { Accept: "application/json", "Accept-Language": language.current };
  const sent = file ?? (body === undefined ? undefined : JSON.stringify(body));
  if (method !== "GET") headers["X-Svara-CSRF"] = csrf;
  if (sent !== undefined) headers["Content-Type"] = type;
  const answer = progress
    ? await upload(path, { method, headers, signal, body: sent }, progress)
    : await reach(path, { method, headers, signal, body: sent });
  observe(answer.headers.get("Date"));
  const content = await contentOf(answer);
  if (answer.ok) return content;
  if (answer.status === 401) wire.dispatchEvent(new Event("signed-out"));
  throw new Problem(answer.status, content);
}

/** A text that lies beside the pages. */
export async function textOf(path) {
  const answer = await reach(path, {});
  if (!answer.ok) throw new Problem(answer.status);
  return answer.text();
}

/** The bytes at that address. */
export async function blobOf(path) {
  const answer = await reach(path, {});
  if (!answer.ok) throw new Problem(answer.status);
  return answer.blob();
}

async function reach(path, options) {
  try {
    return await fetch(path, options);
  } catch (failure) {
    if (failure.name === "AbortError") throw failure;
    throw new Problem(0);
  }
}

// Only the older way of asking tells how far it is with sending.
function upload(path, { method, headers, signal, body }, progress) {
  return new Promise((resolve, reject) => {
    const sending = new XMLHttpRequest();
    sending.open(method, path);
    for (const [name, value] of Object.entries(headers)) sending.setRequestHeader(name, value);
    sending.upload.addEventListener("progress", ({ loaded, total }) =>
      progress(total > 0 ? loaded / total : 0),
    );
    sending.addEventListener("load", () => {
      const told = new Headers();
      for (const name of ["Content-Type", "Date"]) {
        const value = sending.getResponseHeader(name);
        if (value) told.set(name, value);
      }
      const { status, responseText } = sending;
      resolve(new Response(responseText || null, { status, headers: told }));
    });
    sending.addEventListener("error", () => reject(new Problem(0)));
    sending.addEventListener("abort", () => reject(signal.reason));
    signal?.addEventListener("abort", () => sending.abort());
    sending.send(body);
  });
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
