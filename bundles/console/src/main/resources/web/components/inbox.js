// List and case side by side; on a narrow screen one at a time.
import { html } from "lit";
import { t } from "../i18n/words.js";
import { icon } from "../icons.js";
import { View } from "../view.js";
import "./case-list.js";
import "./case.js";

class Inbox extends View {
  static properties = { queue: {}, caseId: {} };

  render() {
    return html`
      <div class="inbox ${this.caseId ? "inbox--reading" : ""}">
        <svara-case-list
          class="inbox__list"
          .queue=${this.queue}
          .opened=${this.caseId}
        ></svara-case-list>
        ${this.caseId
          ? html`<svara-case
              class="inbox__case"
              .queue=${this.queue}
              .caseId=${this.caseId}
            ></svara-case>`
          : html`<div class="inbox__case inbox__nothing">
              ${icon("inbox")}
              <p>${t("inbox.choose")}</p>
              <p class="quiet inbox__hint">${t("inbox.chooseHint")}</p>
            </div>`}
      </div>
    `;
  }
}

customElements.define("svara-inbox", Inbox);
