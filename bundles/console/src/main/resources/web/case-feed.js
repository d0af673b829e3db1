// The rows of one list: loads pages by cursor, and takes live changes in without losing its place.
import { desk } from "./desk.js";

const pageSize = 50;
const largestPage = 200;

export class CaseFeed {
  rows = [];
  next = undefined;
  loaded = false;
  problem = undefined;
  #query;
  #changed;
  #loading = new AbortController();
  #more = false;

  /** @param changed called after each change of the above */
  constructor(query, changed) {
    this.#query = query;
    this.#changed = changed;
  }

  /** Forgets what is under way; a feed that was closed changes no more. */
  close() {
    this.#loading.abort();
  }

  /** Loads the first page, or loads again as much as is shown. */
  async load() {
    await this.#ask({ limit: Math.min(Math.max(this.rows.length, pageSize), largestPage) }, (page) => {
      this.rows = page.cases;
      this.next = page.next;
    });
  }

  /** Loads the next page, if there is one. */
  async more() {
    if (!this.next || this.#more) return;
    this.#more = true;
    await this.#ask({ limit: pageSize, cursor: this.next }, (page) => {
      const known = new Set(this.rows.map((row) => row.id));
      this.rows = [...this.rows, ...page.cases.filter((row) => !known.has(row.id))];
      this.next = page.next;
    });
    this.#more = false;
  }

  /**
   * Takes in cases that changed. A changed case is the last touched and so on top of its list: one
   * that is not in the fresh first page has left the list, and what else is shown stands as it was.
   */
  async refresh(touched) {
    if (touched.size > largestPage) return this.load();
    await this.#ask({ limit: Math.min(Math.max(touched.size, pageSize), largestPage) }, (page) => {
      if (!page.next || !this.loaded) {
        this.rows = page.cases;
        this.next = page.next;
        return;
      }
      const fresh = new Set(page.cases.map((row) => row.id));
      const rest = this.rows.filter((row) => !fresh.has(row.id) && !touched.has(row.id));
      this.rows = [...page.cases, ...rest];
      if (rest.length === 0) this.next = page.next;
    });
  }

  async #ask(extent, take) {
    const { signal } = this.#loading;
    try {
      const page = await desk.cases({ ...this.#query, ...extent }, { signal });
      if (signal.aborted) return;
      take(page);
      this.loaded = true;
      this.problem = undefined;
    } catch (problem) {
      if (signal.aborted) return;
      this.problem = problem;
    }
    this.#changed();
  }
}
