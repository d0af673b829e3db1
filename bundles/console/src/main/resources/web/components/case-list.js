// The list of a queue: search, rows, live changes, and the cursor that j and k move.
import { html, nothing } from "lit";
import { repeat } from "lit/directives/repeat.js";
import { CaseFeed } from "../case-feed.js";
import { problemText } from "../i18n/problems.js";
import { t } from "../i18n/words.js";
import { icon } from "../icons.js";
import { debounce, throttle } from "../later.js";
import { live } from "../live.js";
import { caseAddress, queueAddress, queues, router } from "../router.js";
import { session } from "../session.js";
import { View } from "../view.js";
import { caseRow } from "./case-row.js";
import { loading } from "./pieces.js";

class CaseList extends View {
  static properties = { queue: {}, opened: {}, q: { state: true }, cursor: { state: true } };

  #feed;
  #touched = new Set();
  #place = 0;

  constructor() {
    super();
    this.q = "";
    this.search = debounce(250, (q) => (this.q = q));
    this.refresh = throttle(400, () => this.#refresh());
  }

  connectedCallback() {
    super.connectedCallback();
    this.watch(live, "case", (event) => {
      this.#touched.add(event.detail.id);
      this.refresh();
    });
    this.watch(live, "resync", () => this.#feed?.loaded && this.#feed.load());
    this.keys({
      j: () => this.#move(1),
      k: () => this.#move(-1),
      o: () => this.#openCursor(),
      "/": () => this.querySelector("#search").focus(),
    });
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#feed?.close();
    this.#feed = undefined;
  }

  willUpdate(changed) {
    if (changed.has("queue") || changed.has("q") || !this.#feed) this.#begin();
    if (changed.has("opened") && this.opened) this.cursor = this.opened;
    const place = this.#feed.rows.findIndex((row) => row.id === this.cursor);
    // A row that left the list leaves its place: the next one is where it was.
    if (place >= 0) this.#place = place;
    document.title = `${t(`queue.${this.queue}`)} – Svara`;
  }

  #begin() {
    this.#feed?.close();
    const { assignee, ...rest } = queues[this.queue];
    const query = { ...rest, assignee: assignee === "me" ? session.user : assignee, q: this.q };
    this.#feed = new CaseFeed(query, () => this.requestUpdate());
    this.#feed.load();
  }

  #refresh() {
    const touched = this.#touched;
    this.#touched = new Set();
    this.#feed?.refresh(touched);
  }

  #move(step) {
    const { rows } = this.#feed;
    if (rows.length === 0) return;
    const known = rows.some((row) => row.id === this.cursor);
    const from = known ? this.#place : this.#place - (step > 0 ? 1 : 0);
    const first = this.cursor === undefined;
    const place = first ? 0 : Math.min(Math.max(from + step, 0), rows.length - 1);
    this.#place = place;
    this.cursor = rows[place].id;
    this.#focusCursor();
  }

  async #focusCursor() {
    await this.updateComplete;
    const row = this.querySelector(`[data-case="${CSS.escape(this.cursor)}"]`);
    row?.focus({ preventScroll: true });
    row?.scrollIntoView({ block: "nearest" });
  }

  #openCursor() {
    if (this.cursor) router.go(caseAddress(this.queue, this.cursor));
  }

  #arrow(event) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    this.#move(step);
  }

  #scrolled(event) {
    const { scrollTop, clientHeight, scrollHeight } = event.target;
    if (scrollTop + clientHeight > scrollHeight - 600) this.#feed.more();
  }

  #searchKey(event) {
    if (event.key !== "Escape") return;
    event.target.value = "";
    this.search("");
    event.target.blur();
  }

  render() {
    const { rows, problem, loaded } = this.#feed;
    return html`
      <header class="list__head">
        <h1 class="list__title">${t(`queue.${this.queue}`)}</h1>
        <label class="search">
          ${icon("search")}<span class="visually-hidden">${t("inbox.search")}</span>
          <input
            id="search"
            type="search"
            placeholder=${t("inbox.searchHint")}
            @input=${(event) => this.search(event.target.value.trim())}
            @keydown=${this.#searchKey}
          />
        </label>
        <p class="visually-hidden" role="status">
          ${this.q && loaded ? t("inbox.found", { count: rows.length }) : ""}
        </p>
      </header>
      <div class="list__scroll" @scroll=${this.#scrolled}>
        ${problem
          ? html`<div class="trouble list__trouble" role="alert">
              <p>${problemText(problem)}</p>
              <button class="button" @click=${() => this.#feed.load()}>${t("app.retry")}</button>
            </div>`
          : nothing}
        ${!loaded && !problem ? loading() : nothing} ${loaded ? this.#rows(rows) : nothing}
        ${this.#feed.next
          ? html`<button class="button button--wide list__more" @click=${() => this.#feed.more()}>
              ${t("app.more")}
            </button>`
          : nothing}
      </div>
    `;
  }

  #rows(rows) {
    if (rows.length === 0) return this.#empty();
    const stop = rows.some((row) => row.id === this.cursor) ? this.cursor : rows[0].id;
    return html`
      <ul
        class="plain rows"
        aria-label=${t("inbox.list", { queue: t(`queue.${this.queue}`) })}
        @keydown=${this.#arrow}
      >
        ${repeat(
          rows,
          (row) => row.id,
          (row) =>
            html`<li>
              ${caseRow(row, {
                queue: this.queue,
                current: row.id === this.opened,
                stop: row.id === stop,
              })}
            </li>`,
        )}
      </ul>
    `;
  }

  #empty() {
    if (!this.q) return html`<p class="list__empty quiet">${t("inbox.empty")}</p>`;
    return html`
      <p class="list__empty quiet" dir="auto">${t("inbox.notFound", { q: this.q })}</p>
      ${this.queue === "all"
        ? nothing
        : html`<p class="list__empty">
            <a class="button" href=${queueAddress("all")}>${t("inbox.searchAll")}</a>
          </p>`}
    `;
  }
}

customElements.define("svara-case-list", CaseList);
