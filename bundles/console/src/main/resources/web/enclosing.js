// The files that are to go out with an answer, from choosing one until the server has it.
import { desk } from "./desk.js";
import { problemText } from "./i18n/problems.js";
import { size, t } from "./i18n/words.js";

let serial = 0;

export class Enclosing extends EventTarget {
  #limits;
  #all = [];

  /** [{key, name, bytes, sent, id, warnings, problem}]: `sent` from 0 to 1, `id` once kept. */
  get all() {
    return this.#all;
  }

  /** Begins with what was kept before. */
  begin(kept = []) {
    for (const file of this.#all) file.stop?.abort();
    this.#all = kept.map((file) => ({ ...file, key: ++serial, sent: 1 }));
    this.#changed();
  }

  add(files) {
    for (const file of files) this.#send(file);
  }

  remove(key) {
    this.#all.find((file) => file.key === key)?.stop?.abort();
    this.#all = this.#all.filter((file) => file.key !== key);
    this.#changed();
  }

  /** What survives a reload: those that the server has. */
  get kept() {
    return this.#all
      .filter((file) => file.id)
      .map(({ id, name, bytes, mediaType, warnings }) => ({ id, name, bytes, mediaType, warnings }));
  }

  /** Whether one is still on its way. */
  get busy() {
    return this.#all.some((file) => !file.id && !file.problem);
  }

  /** Why they cannot be sent so, in words; empty where they can. */
  get trouble() {
    if (this.#all.some((file) => file.problem)) return t("enclosing.failed");
    if (!this.#limits) return "";
    const { letter, count } = this.#limits;
    if (this.#all.length > count) return t("enclosing.many", { count });
    if (this.total <= letter) return "";
    return t("enclosing.large", { total: size(this.total), most: size(letter) });
  }

  get total() {
    return this.#all.reduce((sum, file) => sum + file.bytes, 0);
  }

  /** How much may go out with one answer; undefined until it is known. */
  get most() {
    return this.#limits?.letter;
  }

  async #send(file) {
    const stop = new AbortController();
    const entry = { key: ++serial, name: file.name || "file", bytes: file.size, sent: 0, stop };
    this.#all = [...this.#all, entry];
    this.#changed();
    try {
      this.#limits ??= await desk.fileLimits();
      if (file.size > this.#limits.file) {
        const most = size(this.#limits.file);
        this.#become(entry.key, { problem: t("enclosing.tooLarge", { most }) });
        return;
      }
      const kept = await desk.keepFile(file, entry.name, {
        progress: (sent) => this.#become(entry.key, { sent }),
        signal: stop.signal,
      });
      this.#become(entry.key, { ...kept, sent: 1 });
    } catch (problem) {
      if (!stop.signal.aborted) this.#become(entry.key, { problem: problemText(problem) });
    }
  }

  #become(key, news) {
    this.#all = this.#all.map((file) => (file.key === key ? { ...file, ...news } : file));
    this.#changed();
  }

  #changed() {
    this.dispatchEvent(new Event("change"));
  }
}
