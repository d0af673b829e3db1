// Asking before something that is not undone with one press; with a reason where one is wanted.
import { html, nothing } from "lit";
import { Dialog, dialogFoot } from "./dialog.js";

class ConfirmDialog extends Dialog {
  static properties = { heading: {}, hint: {}, go: {}, reason: {} };

  title() {
    return this.heading;
  }

  #submit(event) {
    event.preventDefault();
    this.choose(event.target.elements.reason?.value.trim());
  }

  body() {
    return html`<form @submit=${this.#submit}>
      <p>${this.hint}</p>
      ${this.reason
        ? html`<label class="field"><span>${this.reason}</span><input name="reason" required /></label>`
        : nothing}
      ${dialogFoot(this, this.go, { grave: true })}
    </form>`;
  }
}

customElements.define("svara-confirm-dialog", ConfirmDialog);
