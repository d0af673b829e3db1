// All shortcuts at a glance.
import { html } from "lit";
import { t } from "../i18n/words.js";
import { Dialog } from "./dialog.js";

const shortcuts = [
  ["help.move", "j", "or", "k"],
  ["help.open", "Enter", "or", "o"],
  ["help.close", "Esc", "or", "u"],
  ["help.reply", "r"],
  ["help.note", "n"],
  ["help.send", "Ctrl", "Enter"],
  ["help.resolve", "e"],
  ["help.assign", "a"],
  ["help.search", "/"],
  ["help.inbox", "g", "then", "i"],
  ["help.new", "g", "then", "n"],
  ["help.unassigned", "g", "then", "u"],
  ["help.mine", "g", "then", "m"],
  ["help.waiting", "g", "then", "w"],
  ["help.resolved", "g", "then", "r"],
  ["help.channels", "g", "then", "c"],
  ["help.this", "?"],
];

class HelpDialog extends Dialog {
  title() {
    return t("help.title");
  }

  body() {
    return html`<dl class="shortcuts">
      ${shortcuts.map(
        ([key, ...keys]) =>
          html`<div>
            <dt>${t(key)}</dt>
            <dd>
              ${keys.map((part) =>
                part === "or" || part === "then"
                  ? html`<span class="quiet">${t(`help.${part}`)}</span> `
                  : html`<kbd>${part}</kbd> `,
              )}
            </dd>
          </div>`,
      )}
    </dl>`;
  }
}

customElements.define("svara-help-dialog", HelpDialog);
