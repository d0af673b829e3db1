// Giving a case to a colleague by name; those who may see the users get them proposed.
import { html } from "lit";
import { desk } from "../desk.js";
import { t } from "../i18n/words.js";
import { session } from "../session.js";
import { Dialog, dialogFoot } from "./dialog.js";

class AssignDialog extends Dialog {
  static properties = { users: { state: true } };

  constructor() {
    super();
    this.users = [];
  }

  connectedCallback() {
    super.connectedCallback();
    if (session.may("users")) this.#propose();
  }

  // Without proposals the name is typed in full.
  async #propose() {
    try {
      const { users } = await desk.users();
      this.users = users.map((user) => user.name ?? user.user);
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
