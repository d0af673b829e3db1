// Choosing the contact that is the same person.
import { html, nothing } from "lit";
import { channelMark } from "../components/pieces.js";
import { desk } from "../desk.js";
import { problemText } from "../i18n/problems.js";
import { t } from "../i18n/words.js";
import { debounce } from "../later.js";
import { Dialog, dialogFoot } from "./dialog.js";

class MergeContactDialog extends Dialog {
  static properties = {
    contactId: {},
    found: { state: true },
    other: { state: true },
    problem: { state: true },
  };

  constructor() {
    super();
    this.search = debounce(250, (q) => this.#find(q));
  }

  connectedCallback() {
    super.connectedCallback();
    this.#find();
  }

  async #find(q) {
    try {
      const { contacts } = await desk.contacts({ q, limit: 20 });
      this.found = contacts.filter((contact) => contact.id !== this.contactId);
      this.problem = undefined;
    } catch (problem) {
      this.problem = problem;
    }
  }

  title() {
    return t("contact.merge");
  }

  #submit(event) {
    event.preventDefault();
    this.choose(this.other);
  }

  body() {
    return html`<form @submit=${this.#submit}>
      <p class="quiet">${t("contact.mergeHint")}</p>
      <label class="field">
        <span>${t("contact.search")}</span>
        <input type="search" @input=${(event) => this.search(event.target.value.trim())} />
      </label>
      ${this.problem ? html`<p class="trouble">${problemText(this.problem)}</p>` : nothing}
      ${this.found?.length === 0 ? html`<p class="quiet">${t("contact.none")}</p>` : nothing}
      <ul class="plain choices">
        ${this.found?.map(
          (contact) => html`<li>
            <label class="choice">
              <input type="radio" name="other" @change=${() => (this.other = contact.id)} />
              <span class="choice__text">
                <bdi class="choice__name">${contact.name}</bdi>
                <span>${contact.handles.map((handle) => channelMark(handle.channel))}</span>
              </span>
            </label>
          </li>`,
        )}
      </ul>
      ${dialogFoot(this, t("merge.go"), { disabled: !this.other })}
    </form>`;
  }
}

customElements.define("svara-merge-contact-dialog", MergeContactDialog);
