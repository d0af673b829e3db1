// Putting a case aside until a time: the usual ones with one press, any other by hand.
import { html } from "lit";
import { now } from "../clock.js";
import { moment, t } from "../i18n/words.js";
import { Dialog, dialogFoot } from "./dialog.js";

const morning = 9;

function inDays(days) {
  const at = new Date(now());
  at.setDate(at.getDate() + days);
  at.setHours(morning, 0, 0, 0);
  return at;
}

// Monday is 1; on a Monday the next one is meant.
const daysToMonday = () => ((8 - new Date(now()).getDay()) % 7) || 7;

const usual = {
  hour: () => new Date(now() + 3_600_000),
  tomorrow: () => inDays(1),
  monday: () => inDays(daysToMonday()),
};

class SnoozeDialog extends Dialog {
  title() {
    return t("snooze.title");
  }

  #submit(event) {
    event.preventDefault();
    this.choose(new Date(event.target.elements.at.value).toISOString());
  }

  body() {
    return html`
      <ul class="plain choices">
        ${Object.entries(usual).map(([name, time]) => {
          const at = time().toISOString();
          return html`<li>
            <button class="choice" @click=${() => this.choose(at)}>
              <span>${t(`snooze.${name}`)}</span><span class="quiet">${moment(at)}</span>
            </button>
          </li>`;
        })}
      </ul>
      <form @submit=${this.#submit}>
        <label class="field">
          <span>${t("snooze.other")}</span>
          <input name="at" type="datetime-local" required />
        </label>
        ${dialogFoot(this, t("snooze.go"))}
      </form>
    `;
  }
}

customElements.define("svara-snooze-dialog", SnoozeDialog);
