// Choosing the messages that become a case of their own.
import { html } from "lit";
import { moment, t } from "../i18n/words.js";
import { Dialog, dialogFoot } from "./dialog.js";

class SplitDialog extends Dialog {
  static properties = { view: {}, chosen: { state: true } };

  constructor() {
    super();
    this.chosen = new Set();
  }

  title() {
    return t("split.title");
  }

  #toggle(id) {
    const chosen = new Set(this.chosen);
    if (!chosen.delete(id)) chosen.add(id);
    this.chosen = chosen;
  }

  #submit(event) {
    event.preventDefault();
    this.choose([...this.chosen]);
  }

  body() {
    const messages = this.view.thread.filter((message) => message.direction !== "event");
    return html`<form @submit=${this.#submit}>
      <p class="quiet">${t("split.hint")}</p>
      <ul class="plain choices">
        ${messages.map(
          (message) => html`<li>
            <label class="choice">
              <input type="checkbox" @change=${() => this.#toggle(message.id)} />
              <span class="choice__text">
                <span>
                  <bdi class="choice__name">${message.author}</bdi>
                  <span class="quiet">${moment(message.at)}</span>
                </span>
                <span class="quiet choice__excerpt" dir="auto">${message.text}</span>
              </span>
            </label>
          </li>`,
        )}
      </ul>
      ${dialogFoot(this, t("split.go"), {
        disabled: this.chosen.size === 0 || this.chosen.size === messages.length,
      })}
    </form>`;
  }
}

customElements.define("svara-split-dialog", SplitDialog);
