// Everything that came in, and what became of each item of it.
import { html } from "lit";
import { desk } from "../desk.js";
import { t } from "../i18n/words.js";
import { items, raw, received, source, state } from "./delivery.js";
import { PagedPage } from "./paged.js";
import { table } from "./table.js";

class Deliveries extends PagedPage {
  name = "deliveries";
  renewedBy = ["delivery"];

  ask(parameters) {
    return desk.deliveries(parameters);
  }

  body() {
    const { deliveries } = this.content;
    return html`
      <p class="quiet">${t("delivery.lead")}</p>
      ${deliveries.length === 0
        ? html`<p class="empty">${t("delivery.none")}</p>`
        : table(t("page.deliveries"), this.#columns(), deliveries)}
      ${this.more()}
    `;
  }

  #columns() {
    return [
      [t("delivery.received"), received],
      [t("delivery.source"), source],
      [t("delivery.state"), state],
      [t("delivery.items"), items],
      [t("delivery.raw"), raw],
    ];
  }
}

customElements.define("svara-deliveries", Deliveries);
