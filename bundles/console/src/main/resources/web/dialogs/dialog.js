// What our dialogs share. The browser's own <dialog> holds the focus, closes on Escape and gives
// the focus back; a dialog element is in the page only while it is open, and tells `closed`.
import { html } from "lit";
import { t } from "../i18n/words.js";
import { icon } from "../icons.js";
import { View } from "../view.js";

export class Dialog extends View {
  firstUpdated() {
    this.#dialog.showModal();
  }

  get #dialog() {
    return this.querySelector("dialog");
  }

  close() {
    this.#dialog.close();
  }

  /** Tells the choice and closes. */
  choose(detail) {
    this.tell("chosen", detail);
    this.close();
  }

  /** Made by each dialog: its title, and what stands below it. */
  title() {
    return "";
  }

  body() {
    return "";
  }

  // A press on the backdrop hits the dialog itself, one inside hits its content.
  #outside(event) {
    if (event.target === this.#dialog) this.close();
  }

  render() {
    return html`
      <dialog
        class="dialog"
        aria-labelledby="dialog-title"
        @close=${() => this.dispatchEvent(new CustomEvent("closed"))}
        @mousedown=${this.#outside}
      >
        <div class="dialog__content">
          <header class="dialog__head">
            <h2 id="dialog-title"><bdi>${this.title()}</bdi></h2>
            <button type="button" class="button button--bare" @click=${this.close}>
              ${icon("close")}<span class="visually-hidden">${t("app.close")}</span>
            </button>
          </header>
          ${this.body()}
        </div>
      </dialog>
    `;
  }
}

/**
 * The row of buttons at the end of a dialog's form. While it is busy the button keeps the focus, so
 * the form itself must not begin a second time.
 */
export const dialogFoot = (
  dialog,
  text,
  { disabled = false, busy = false, grave = false } = {},
) => html`
  <footer class="dialog__foot">
    <button type="button" class="button" @click=${() => dialog.close()}>${t("app.cancel")}</button>
    <button
      class="button ${grave ? "button--grave" : "button--primary"}"
      ?disabled=${disabled}
      aria-disabled=${busy ? "true" : "false"}
    >
      ${text}
    </button>
  </footer>
`;
