// What a message carries. Nothing is fetched from a stranger's server until the agent asks for it.
import { html, nothing } from "lit";
import { t, word } from "../i18n/words.js";
import { icon } from "../icons.js";
import { webAddress } from "../links.js";
import { View } from "../view.js";

const pictures = ["image", "sticker"];

class Attachment extends View {
  static properties = { attachment: {}, shown: { state: true } };

  constructor() {
    super();
    this.shown = false;
  }

  render() {
    const { kind, title, url } = this.attachment;
    const address = webAddress(url);
    const name = title || word("attachment", kind);
    if (!address) {
      return html`<p class="attachment">${icon("note")}<bdi>${name}</bdi></p>`;
    }
    return html`
      <p class="attachment">
        ${icon("link")}
        <a
          href=${address}
          target="_blank"
          rel="noopener noreferrer"
          title=${t("message.opens", { title: name })}
          ><bdi>${name}</bdi></a
        >
        ${pictures.includes(kind) && !this.shown ? this.#offer(address) : nothing}
      </p>
      ${this.shown
        ? html`<img
            class="attachment__picture"
            src=${address}
            alt=${title || word("attachment", kind)}
            referrerpolicy="no-referrer"
          />`
        : nothing}
    `;
  }

  #offer(address) {
    const { host } = new URL(address);
    return html`<button
      class="button button--small"
      title=${t("message.loadImageHint", { host })}
      @click=${() => (this.shown = true)}
    >
      ${t("message.loadImage")}
    </button>`;
  }
}

customElements.define("svara-attachment", Attachment);
