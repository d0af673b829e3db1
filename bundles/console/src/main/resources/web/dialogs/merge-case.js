// Choosing the case that this one becomes a part of: the customer's own first, any other by search.
import { html, nothing } from "lit";
import { channelMark, stateMark } from "../components/pieces.js";
import "../components/since.js";
import { desk } from "../desk.js";
import { problemText } from "../i18n/problems.js";
import { t } from "../i18n/words.js";
import { debounce } from "../later.js";
import { Dialog, dialogFoot } from "./dialog.js";

class MergeCaseDialog extends Dialog {
  static properties = {
    view: {},
    found: { state: true },
    into: { state: true },
    problem: { state: true },
  };

  constructor() {
    super();
    this.search = debounce(250, (q) => this.#find(q ? { q } : { contact: this.view.contact }));
  }

  connectedCallback() {
    super.connectedCallback();
    this.#find({ contact: this.view.contact });
  }

  async #find(query) {
    try {
      const { cases } = await desk.cases({ ...query, limit: 20 });
      this.found = cases.filter((row) => row.id !== this.view.id && row.state !== "merged");
      this.problem = undefined;
    } catch (problem) {
      this.problem = problem;
    }
  }

  title() {
    return t("merge.title");
  }

  #submit(event) {
    event.preventDefault();
    this.choose(this.into);
  }

  body() {
    return html`<form @submit=${this.#submit}>
      <p class="quiet">${t("merge.hint")}</p>
      <label class="field">
        <span>${t("merge.search")}</span>
        <input type="search" @input=${(event) => this.search(event.target.value.trim())} />
      </label>
      ${this.problem ? html`<p class="trouble">${problemText(this.problem)}</p>` : nothing}
      ${this.found?.length === 0 ? html`<p class="quiet">${t("merge.none")}</p>` : nothing}
      <ul class="plain choices">
        ${this.found?.map((row) => this.#choice(row))}
      </ul>
      ${dialogFoot(this, t("merge.go"), { disabled: !this.into })}
    </form>`;
  }

  #choice(row) {
    return html`<li>
      <label class="choice">
        <input type="radio" name="into" @change=${() => (this.into = row.id)} />
        <span class="choice__text">
          <span>
            <bdi class="choice__name">${row.contactName}</bdi> ${channelMark(row.channel)}
            ${stateMark(row.state)}
            <svara-since class="quiet" .at=${row.updatedAt}></svara-since>
          </span>
          <span class="quiet choice__excerpt" dir="auto">${row.lastMessage?.text}</span>
        </span>
      </label>
    </li>`;
  }
}

customElements.define("svara-merge-case-dialog", MergeCaseDialog);
