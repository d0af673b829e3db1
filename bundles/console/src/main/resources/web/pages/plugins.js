// What is installed, which version does the work, and how one version takes over from another.
import { html, nothing } from "lit";
import { repeat } from "lit/directives/repeat.js";
import { channelMark } from "../components/pieces.js";
import { desk } from "../desk.js";
import "../dialogs/confirm.js";
import "../dialogs/conformance.js";
import "../dialogs/upload.js";
import { t, word } from "../i18n/words.js";
import { notify } from "../notices.js";
import { conformance } from "./conformance.js";
import { Page } from "./page.js";
import { swap } from "./swap.js";
import { table } from "./table.js";

class Plugins extends Page {
  static properties = {
    asking: { state: true },
    reading: { state: true },
    uploading: { state: true },
  };

  name = "plugins";
  renewedBy = ["plugin"];

  async fetch() {
    const [found, exchanged] = await Promise.all([desk.plugins(), desk.swaps({ limit: 10 })]);
    return { plugins: found.plugins, lines: found.lines ?? [], swaps: exchanged.swaps };
  }

  body() {
    const { plugins, lines, swaps } = this.content;
    return html`
      <div class="page__head">
        <p class="quiet">${t("plugin.lead")}</p>
        ${this.#keep()}
      </div>
      ${plugins.length === 0
        ? html`<p class="empty">${t("plugin.none")}</p>`
        : table(t("page.plugins"), this.#columns(), plugins)}
      ${lines.length === 0
        ? nothing
        : html`<h2>${t("plugin.versions")}</h2>
            ${table(t("plugin.versions"), this.#versionColumns(), lines.flatMap(versionsOf))}`}
      ${swaps.length === 0
        ? nothing
        : html`<h2>${t("plugin.swaps")}</h2>
            ${repeat(swaps, (one) => one.id, swap)}`}
    `;
  }

  dialogs() {
    return html`${this.asking ? this.#dialog() : nothing}
    ${this.reading ? this.#report() : nothing} ${this.uploading ? this.#upload() : nothing}`;
  }

  #keep() {
    return html`<label class="button">
      ${t("plugin.keep")}
      <input
        class="visually-hidden"
        type="file"
        accept=".jar"
        @change=${(event) => {
          const [file] = event.target.files;
          event.target.value = "";
          this.uploading = file;
        }}
      />
    </label>`;
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
          html`<span class="health health--${standing(plugin.state)}"
              >${word("plugin", plugin.state)}</span
            >
            ${plugin.trouble ? html`<span class="trouble-text">${plugin.trouble}</span>` : ""}`,
      ],
    ];
  }

  #versionColumns() {
    return [
      [t("plugin.name"), (version) => html`<strong>${version.plugin}</strong>`],
      [t("plugin.version"), (version) => version.version],
      [t("plugin.routed"), (version) => t(version.routed ? "plugin.yes" : "plugin.no")],
      [t("conformance.says"), (version) => this.#says(version)],
      [
        t("plugin.traffic"),
        ({ traffic }) =>
          t("plugin.calls", {
            calls: traffic.calls,
            failures: traffic.failures,
            underWay: traffic.underWay,
          }),
      ],
      [t("table.actions"), (version) => this.#actions(version)],
    ];
  }

  #says({ plugin, version, conformance: told }) {
    const label = t("conformance.showOf", { plugin, version });
    return conformance(told, label, () => (this.reading = { plugin, version }));
  }

  #report() {
    const { plugin, version } = this.reading;
    return html`<svara-conformance-dialog
      .plugin=${plugin}
      .version=${version}
      @closed=${() => (this.reading = undefined)}
    ></svara-conformance-dialog>`;
  }

  #upload() {
    return html`<svara-upload-dialog
      .file=${this.uploading}
      @chosen=${({ detail }) => notify(t("plugin.kept", detail))}
      @closed=${() => {
        this.uploading = undefined;
        this.load();
      }}
    ></svara-upload-dialog>`;
  }

  #actions(version) {
    const ask = (action, label) =>
      html`<button
        class="button button--small"
        @click=${() => (this.asking = { action, label, ...version })}
      >
        ${t(label)}
      </button>`;
    return html`<span class="buttons">
      ${version.routed
        ? html`${ask("rollback", "plugin.rollback")} ${ask("remove", "plugin.remove")}`
        : ask("promote", "plugin.promote")}
    </span>`;
  }

  #dialog() {
    const { action, label, plugin, version } = this.asking;
    return html`<svara-confirm-dialog
      .heading=${`${t(label).replace(" …", "")}: ${plugin} ${version}`}
      .hint=${t("plugin.hint")}
      .go=${t(label).replace(" …", "")}
      .reason=${t("plugin.why")}
      @chosen=${(event) => {
        this.asking = undefined;
        const told = { why: event.detail, ...(action === "remove" ? {} : { version }) };
        this.act(() => desk.exchange(plugin, action, told), t("plugin.begun"));
      }}
      @closed=${() => (this.asking = undefined)}
    ></svara-confirm-dialog>`;
  }
}

const standing = (state) => (["failed", "cut-off"].includes(state) ? "bad" : "good");

const versionsOf = (line) =>
  line.versions.map((version) => ({ plugin: line.name, ...version }));

customElements.define("svara-plugins", Plugins);
