// The corner where short messages appear, and the live regions that speak them.
import { html } from "lit";
import { repeat } from "lit/directives/repeat.js";
import { icon } from "../icons.js";
import { t } from "../i18n/words.js";
import { notices } from "../notices.js";
import { View } from "../view.js";

const stays = { done: 5_000, wrong: 12_000 };

class Notices extends View {
  static properties = { shown: { state: true }, speech: { state: true } };

  constructor() {
    super();
    this.shown = [];
    this.speech = "";
  }

  connectedCallback() {
    super.connectedCallback();
    this.watch(notices, "notice", (event) => this.#show(event.detail));
    this.watch(notices, "speech", (event) => (this.speech = event.detail));
  }

  #show(notice) {
    this.shown = [...this.shown.slice(-2), notice];
    setTimeout(() => this.#drop(notice), stays[notice.kind]);
  }

  #drop(notice) {
    this.shown = this.shown.filter((other) => other !== notice);
  }

  render() {
    return html`
      <div class="visually-hidden" role="status">${this.speech}</div>
      <div class="notices" role="status">
        ${repeat(
          this.shown,
          (notice) => notice,
          (notice) => html`
            <p class="notice notice--${notice.kind}">
              ${icon(notice.kind === "done" ? "done" : "warning")}
              <span dir="auto">${notice.text}</span>
              <button class="button button--bare" @click=${() => this.#drop(notice)}>
                ${icon("close")}<span class="visually-hidden">${t("app.close")}</span>
              </button>
            </p>
          `,
        )}
      </div>
    `;
  }
}

customElements.define("svara-notices", Notices);
