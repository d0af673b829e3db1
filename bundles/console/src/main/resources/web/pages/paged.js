// A page whose rows come by cursor: more are asked for by hand, and live changes renew the first.
import { html, nothing } from "lit";
import { t } from "../i18n/words.js";
import { Page } from "./page.js";

const pageSize = 50;

export class PagedPage extends Page {
  /** Made by each page: asks for one page of deliveries. */
  async ask(_parameters) {
    return { deliveries: [] };
  }

  async fetch() {
    return this.ask({ limit: Math.min(Math.max(this.content?.deliveries.length ?? 0, pageSize), 200) });
  }

  async #more() {
    const { deliveries, next } = this.content;
    const page = await this.ask({ limit: pageSize, cursor: next });
    this.content = { deliveries: [...deliveries, ...page.deliveries], next: page.next };
  }

  more() {
    if (!this.content.next) return nothing;
    return html`<button class="button" @click=${this.#more}>${t("app.more")}</button>`;
  }
}
