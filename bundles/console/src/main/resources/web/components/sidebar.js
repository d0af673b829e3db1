// The main menu: queues with their counts, the system's pages for those who run it, and settings.
import { html, nothing } from "lit";
import { desk } from "../desk.js";
import { languages, language } from "../i18n/language.js";
import { problemText } from "../i18n/problems.js";
import { number, t } from "../i18n/words.js";
import { icon } from "../icons.js";
import { characterKeys, useCharacterKeys } from "../keys.js";
import { throttle } from "../later.js";
import { live } from "../live.js";
import { notify } from "../notices.js";
import { pageAddress, queueAddress, queues, router } from "../router.js";
import { session } from "../session.js";
import { chooseTheme, theme, themes } from "../theme.js";
import { View } from "../view.js";
import { avatar } from "./pieces.js";

const queueIcons = {
  open: "inbox",
  new: "fresh",
  unassigned: "nobody",
  mine: "person",
  waiting: "clock",
  snoozed: "moon",
  resolved: "done",
  all: "all",
};
const systemPages = { presence: "plug", deliveries: "incoming", quarantine: "box", plugins: "pieces" };

class Sidebar extends View {
  static properties = {
    open: { type: Boolean },
    counts: { state: true },
    stopped: { state: true },
  };

  constructor() {
    super();
    this.open = false;
    this.counts = {};
    this.stopped = 0;
    this.count = throttle(1000, () => this.#count());
    this.look = throttle(1000, () => this.#look());
  }

  connectedCallback() {
    super.connectedCallback();
    this.watch(router, "change");
    this.watch(live, "case", this.count);
    this.watch(live, "resync", this.count);
    this.count();
    this.watch(live, "presence", this.look);
    this.watch(live, "resync", this.look);
    this.look();
  }

  // A menu without counts is still a menu; the next event asks again.
  async #count() {
    try {
      this.counts = await desk.counts();
    } catch {
      return;
    }
  }

  // Accounts that a platform does not serve: nothing goes out for them until somebody acts.
  async #look() {
    if (!session.may("operate")) return;
    try {
      const { accounts } = await desk.places("accounts");
      this.stopped = accounts.filter(({ fault }) => fault).length;
    } catch {
      return;
    }
  }

  #countOf(queue) {
    if (queue === "open") return (this.counts.new ?? 0) + (this.counts.open ?? 0);
    return queue === "all" ? undefined : this.counts[queue];
  }

  // Who could not be signed out must know it.
  async #signOut() {
    try {
      await session.signOut();
    } catch (problem) {
      notify(problemText(problem), "wrong");
    }
  }

  render() {
    return html`
      <header class="sidebar__top">
        <a class="brand" href=${queueAddress("open")}>
          <img src="/favicon.svg" alt="" width="26" height="26" />Svara
        </a>
        <button
          class="button button--bare sidebar__menu"
          aria-expanded=${this.open ? "true" : "false"}
          aria-controls="menu"
          @click=${() => this.tell("menu")}
        >
          ${icon(this.open ? "close" : "menu")}<span class="visually-hidden">${t("app.menu")}</span>
        </button>
      </header>
      <div id="menu" class="sidebar__menu-body">
        <nav class="sidebar__nav" aria-label=${t("app.navigation")}>
          <h2 class="sidebar__heading">${t("app.queues")}</h2>
          <ul class="plain">
            ${Object.keys(queues).map((queue) => this.#queue(queue))}
          </ul>
          ${session.may("operate") ? this.#system() : nothing}
        </nav>
        ${this.#settings()}
      </div>
    `;
  }

  #queue(queue) {
    const { page, queue: current } = router.route;
    const count = this.#countOf(queue);
    return html`<li>
      <a
        class="nav-item"
        href=${queueAddress(queue)}
        aria-current=${page === "inbox" && queue === current ? "page" : nothing}
      >
        ${icon(queueIcons[queue])}<span class="nav-item__name">${t(`queue.${queue}`)}</span>
        ${count === undefined ? nothing : html`<span class="nav-item__count">${number(count)}</span>`}
      </a>
    </li>`;
  }

  #system() {
    return html`
      <h2 class="sidebar__heading">${t("app.system")}</h2>
      <ul class="plain">
        ${Object.entries(systemPages).map(
          ([page, shape]) => html`<li>
            <a
              class="nav-item"
              href=${pageAddress(page)}
              aria-current=${router.route.page === page ? "page" : nothing}
              >${icon(shape)}<span class="nav-item__name">${t(`page.${page}`)}</span
              >${page === "presence" && this.stopped > 0 ? this.#stopped() : nothing}</a
            >
          </li>`,
        )}
      </ul>
    `;
  }

  #stopped() {
    const words = t("presence.stopped", { count: this.stopped });
    return html`<span class="nav-item__wrong" title=${words}
      ><span aria-hidden="true">${number(this.stopped)}</span
      ><span class="visually-hidden">${words}</span></span
    >`;
  }

  #settings() {
    return html`
      <details class="settings">
        <summary class="nav-item">
          ${avatar(session.user, "small")}<bdi class="nav-item__name">${session.user}</bdi>
          <span class="visually-hidden">${t("app.settings")}</span>${icon("more")}
        </summary>
        <div class="settings__body">
          <label class="field field--row">
            <span>${t("app.language")}</span>
            <select @change=${(event) => session.speak(event.target.value)}>
              ${Object.entries(languages).map(
                ([code, name]) =>
                  html`<option value=${code} ?selected=${code === language.current}>${name}</option>`,
              )}
            </select>
          </label>
          <label class="field field--row">
            <span>${t("app.theme")}</span>
            <select @change=${(event) => chooseTheme(event.target.value)}>
              ${themes.map(
                (choice) =>
                  html`<option value=${choice} ?selected=${choice === theme()}>
                    ${t(`theme.${choice}`)}
                  </option>`,
              )}
            </select>
          </label>
          <label class="field field--row">
            <span>${t("app.characterKeys")}</span>
            <input
              type="checkbox"
              ?checked=${characterKeys()}
              @change=${(event) => useCharacterKeys(event.target.checked)}
            />
          </label>
          <a class="button button--wide" href=${pageAddress("guide")}>
            ${icon("book")}${t("page.guide")}
          </a>
          <button class="button button--wide" @click=${() => this.tell("help")}>
            ${icon("help")}${t("app.help")}
          </button>
          <button class="button button--wide" @click=${this.#signOut}>
            ${t("app.signOut")}
          </button>
        </div>
      </details>
    `;
  }
}

customElements.define("svara-sidebar", Sidebar);
