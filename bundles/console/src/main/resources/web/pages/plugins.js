// What is installed, and which version does the work.
import { html } from "lit";
import { channelMark } from "../components/pieces.js";
import { desk } from "../desk.js";
import { t, word } from "../i18n/words.js";
import { Page } from "./page.js";
import { table } from "./table.js";

class Plugins extends Page {
  name = "plugins";
  renewedBy = ["plugin"];

  async fetch() {
    return (await desk.plugins()).plugins;
  }

  body() {
    return html`
      <p class="quiet">${t("plugin.lead")}</p>
      ${this.content.length === 0
        ? html`<p class="empty">${t("plugin.none")}</p>`
        : table(t("page.plugins"), this.#columns(), this.content)}
    `;
  }

  #columns() {
    return [
      [t("plugin.name"), (plugin) => html`<strong>${plugin.name}</strong>`],
      [t("plugin.version"), (plugin) => plugin.version],
      [
        t("plugin.kind"),
        (plugin) =>
          html`${word("kind", plugin.kind)} ${plugin.channel ? channelMark(plugin.channel) : ""}`,
      ],
      [t("plugin.routed"), (plugin) => t(plugin.routed ? "plugin.yes" : "plugin.no")],
      [
        t("plugin.state"),
        (plugin) =>
          html`<span class="health health--${plugin.state === "failed" ? "bad" : "good"}"
              >${word("plugin", plugin.state)}</span
            >
            ${plugin.trouble ? html`<span class="trouble-text">${plugin.trouble}</span>` : ""}`,
      ],
    ];
  }
}

customElements.define("svara-plugins", Plugins);
