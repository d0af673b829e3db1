// The server's event stream. EventSource resumes by itself after a cut, with the last id; what it
// gives up on (an HTTP error while the server restarts) is opened again here, after that id.
//
// Events: `case`, `presence`, `delivery`, `plugin`, `users` (detail: the data), `resync` when the
// stream (re)opens and whatever is shown should be asked for anew, `state` when `connected` changes.
import { session } from "./session.js";

const kinds = ["case", "presence", "delivery", "plugin", "users"];
const longestPause = 15_000;
// A cut that heals faster than this is not worth a banner.
const patience = 1_500;

class Live extends EventTarget {
  connected = true;
  #source = null;
  #lastId = "";
  #pause = 500;
  #reopening;
  #noticing;

  start() {
    if (!this.#source) this.#open();
  }

  stop() {
    clearTimeout(this.#reopening);
    this.#settle(true);
    this.#source?.close();
    this.#source = null;
    this.#lastId = "";
  }

  #open() {
    const after = this.#lastId ? `?after=${encodeURIComponent(this.#lastId)}` : "";
    const source = new EventSource(`/api/v1/events${after}`);
    this.#source = source;
    source.onopen = () => {
      this.#pause = 500;
      this.#settle(true);
      this.dispatchEvent(new Event("resync"));
    };
    source.onerror = () => this.#lost(source);
    for (const kind of kinds) source.addEventListener(kind, (event) => this.#take(kind, event));
  }

  #take(kind, event) {
    if (event.lastEventId) this.#lastId = event.lastEventId;
    this.dispatchEvent(new CustomEvent(kind, { detail: JSON.parse(event.data) }));
  }

  #lost(source) {
    this.#noticing ??= setTimeout(() => this.#settle(false), patience);
    if (source.readyState !== EventSource.CLOSED) return;
    this.#reopening = setTimeout(() => this.#reopen(), this.#pause);
    this.#pause = Math.min(this.#pause * 2, longestPause);
  }

  // The stream does not tell why it was refused. If the session ended, api.js announces that when
  // it is asked for, and whoever hears it stops this stream; anything else is tried again. Another
  // tab may have signed in anew: then ours takes that session over.
  async #reopen() {
    const source = this.#source;
    try {
      await session.renew();
    } catch (problem) {
      if (problem.status === 401) return;
    }
    if (this.#source === source) this.#open();
  }

  #settle(connected) {
    clearTimeout(this.#noticing);
    this.#noticing = undefined;
    if (this.connected === connected) return;
    this.connected = connected;
    this.dispatchEvent(new Event("state"));
  }
}

export const live = new Live();
