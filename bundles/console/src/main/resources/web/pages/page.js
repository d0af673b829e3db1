// What the system's pages share: a title, what is loaded, and what is shown when that fails.
import { html } from "lit";
import { loading } from "../components/pieces.js";
import { problemText } from "../i18n/problems.js";
import { t } from "../i18n/words.js";
import { throttle } from "../later.js";
import { live } from "../live.js";
import { notify } from "../notices.js";
import { View } from "../view.js";

export class Page extends View {
  static properties = { content: { state: true }, problem: { state: true } };

  constructor() {
    super();
    this.refresh = throttle(1000, () => this.load());
  }

  /** Made by each page: its name among the routes, what to fetch, which events renew it, its body. */
  name = "";

  renewedBy = [];

  async fetch() {
    return undefined;
  }

  body() {
    return "";
  }

  /** Dialogs, which stay as they are while the page's content cannot be loaded anew. */
  dialogs() {
    return "";
  }

  connectedCallback() {
    super.connectedCallback();
    for (const event of ["resync", ...this.renewedBy]) this.watch(live, event, this.refresh);
    this.load();
  }

  async load() {
    try {
      this.content = await this.fetch();
      this.problem = undefined;
    } catch (problem) {
      this.problem = problem;
    }
  }

  /** Does something, says so, and shows how it is now. */
  async act(action, done) {
    try {
      const result = await action();
      notify(typeof done === "function" ? done(result) : done);
    } catch (problem) {
      notify(problemText(problem), "wrong");
    }
    await this.load();
  }

  render() {
    document.title = `${t(`page.${this.name}`)} – Svara`;
    return html`<div class="page">
      <h1>${t(`page.${this.name}`)}</h1>
      ${this.problem ? this.#trouble() : this.content ? this.body() : loading()}
      ${this.content ? this.dialogs() : ""}
    </div>`;
  }

  #trouble() {
    return html`<div class="trouble" role="alert">
      <p>${t("problem.load")} ${problemText(this.problem)}</p>
      <button class="button" @click=${() => this.load()}>${t("app.retry")}</button>
    </div>`;
  }
}
