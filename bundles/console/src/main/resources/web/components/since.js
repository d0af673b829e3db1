// A time that keeps up with the clock: "4 min" waited, "2 hours ago".
import { html } from "lit";
import { ticker } from "../clock.js";
import { ago, exact, since, until } from "../i18n/words.js";
import { View } from "../view.js";

const manners = { since, ago, until };

class Since extends View {
  static properties = { at: {}, manner: {} };

  connectedCallback() {
    super.connectedCallback();
    this.watch(ticker, "tick", () => {
      if (this.#text() !== this.shown) this.requestUpdate();
    });
  }

  #text() {
    return manners[this.manner ?? "ago"](this.at);
  }

  render() {
    this.shown = this.#text();
    return html`<time datetime=${this.at} title=${exact(this.at)}>${this.shown}</time>`;
  }
}

customElements.define("svara-since", Since);
