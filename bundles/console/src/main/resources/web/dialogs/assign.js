// Giving a case to a colleague by name; colleagues are proposed.
import { html } from "lit";
import { desk } from "../desk.js";
import { t } from "../i18n/words.js";
import { Dialog, dialogFoot } from "./dialog.js";

class AssignDialog extends Dialog {
  static properties = { users: { state: true } };

  constructor() {
    super();
    this.users = [];
  }

  connectedCallback() {
    super.connectedCallback();
    this.#propose();
  }

  // Without proposals the name is typed in full.
  async #propose() {
    try {
      const { names } = await desk.colleagues();
      this.users = names;
    } catch {
      return;
    }
  }

  title() {
    return t("assign.title");
  }

  #submit(event) {
    event.preventDefault();
    this.choose(event.target.elements.user.value.trim());
  }

  body() {
    return html`<form @submit=${this.#submit}>
      <label class="field">
        <span>${t("assign.user")}</span>
        <input name="user" list="colleagues" autocapitalize="none" autocomplete="off" required />
      </label>
      <datalist id="colleagues">
        ${this.users.map((user) => html`<option value=${user}></option>`)}
      </datalist>
      ${dialogFoot(this, t("assign.go"))}
    </form>`;
  }
}

customElements.define("svara-assign-dialog", AssignDialog);
