// What a message carries. Nothing is fetched from a stranger's server: a link leads there.
import { html } from "lit";
import { t, word } from "../i18n/words.js";
import { icon } from "../icons.js";
import { webAddress } from "../links.js";
import { View } from "../view.js";

class Attachment extends View {
  static properties = { attachment: {} };

  render() {
    const { kind, title, url } = this.attachment;
    const address = webAddress(url);
    const name = title || word("attachment", kind);
    if (!address) {
      return html`<p class="attachment">${icon("note")}<bdi>${name}</bdi></p>`;
    }
    return html`<p class="attachment">
      ${icon("link")}
      <a
        href=${address}
        target="_blank"
        rel="noopener noreferrer"
        title=${t("message.opens", { title: name })}
        ><bdi>${name}</bdi></a
      >
    </p>`;
  }
}

customElements.define("svara-attachment", Attachment);
