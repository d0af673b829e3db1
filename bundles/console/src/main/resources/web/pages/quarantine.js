// What could not be understood: look at it, have it read again, or say that it may rest.
import { html, nothing } from "lit";
import { desk } from "../desk.js";
import "../dialogs/confirm.js";
import { t } from "../i18n/words.js";
import { items, raw, received, source, state } from "./delivery.js";
import { PagedPage } from "./paged.js";
import { table } from "./table.js";

class Quarantine extends PagedPage {
  static properties = { dismissing: { state: true } };

  name = "quarantine";
  renewedBy = ["delivery", "plugin"];

  ask(parameters) {
    return desk.quarantine(parameters);
  }

  body() {
    const { deliveries } = this.content;
    return html`
      <p class="quiet">${t("quarantine.lead")}</p>
      ${deliveries.length === 0
        ? html`<p class="empty">${t("quarantine.none")}</p>`
        : html`<p><button class="button" @click=${this.#replayAll}>${t("quarantine.replayAll")}</button></p>
            ${table(t("page.quarantine"), this.#columns(), deliveries)}`}
      ${this.more()}
    `;
  }

  dialogs() {
    return this.dismissing ? this.#dialog() : nothing;
  }

  #columns() {
    return [
      [t("delivery.received"), received],
      [t("delivery.source"), source],
      [t("quarantine.reason"), state],
      [t("delivery.items"), items],
      [t("delivery.raw"), raw],
      [t("table.actions"), (delivery) => this.#actions(delivery)],
    ];
  }

  #actions(delivery) {
    return html`<span class="buttons">
      <button class="button button--small" @click=${() => this.#replay(delivery.id)}>
        ${t("quarantine.replay")}
      </button>
      <button class="button button--small" @click=${() => (this.dismissing = delivery.id)}>
        ${t("quarantine.dismiss")}
      </button>
    </span>`;
  }

  #replay(id) {
    this.act(() => desk.replay(id), t("quarantine.replayed", { count: 1 }));
  }

  #replayAll() {
    this.act(
      () => desk.replayAll(),
      ({ replayed }) => t("quarantine.replayed", { count: replayed }),
    );
  }

  #dialog() {
    const id = this.dismissing;
    return html`<svara-confirm-dialog
      .heading=${t("quarantine.dismissTitle")}
      .hint=${t("quarantine.dismissHint")}
      .go=${t("quarantine.dismiss").replace(" …", "")}
      .reason=${t("quarantine.why")}
      @closed=${() => (this.dismissing = undefined)}
      @chosen=${({ detail }) => this.act(() => desk.dismiss(id, detail), t("quarantine.dismissed"))}
    ></svara-confirm-dialog>`;
  }
}

customElements.define("svara-quarantine", Quarantine);
