// What a message carries. Nothing is fetched from a stranger's server: a link leads there. What is
// kept here is saved to disk, and shown only if it is a picture.
import { html, nothing } from "lit";
import { desk } from "../desk.js";
import { fileName, fileType, isPicture, isProgram } from "../files.js";
import { size, t } from "../i18n/words.js";
import { icon } from "../icons.js";
import { webAddress } from "../links.js";
import { View } from "../view.js";

class Attachment extends View {
  static properties = { attachment: {}, address: {}, broken: { state: true } };

  render() {
    const { attachment } = this;
    if (attachment.kept) return this.#kept();
    const address = webAddress(attachment.url);
    const name = fileName(attachment);
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

  #kept() {
    const { attachment, address } = this;
    const name = fileName(attachment);
    const program = isProgram(attachment);
    return html`<div class="file ${program ? "file--program" : ""}">
      <a class="file__chip" href=${address} download title=${t("file.save", { name })}>
        ${isPicture(attachment) && !this.broken
          ? html`<img
              class="file__picture"
              src="${address}?inline=1"
              alt=""
              loading="lazy"
              @error=${() => (this.broken = true)}
            />`
          : icon(program ? "warning" : "note")}
        <span class="file__words">
          <bdi class="file__name">${name}</bdi>
          <span class="quiet small"
            >${[fileType(attachment), size(attachment.bytes ?? 0)].filter(Boolean).join(" · ")}</span
          >
        </span>
      </a>
      ${program ? html`<p class="file__warning">${t("file.program")}</p>` : nothing}
    </div>`;
  }
}

customElements.define("svara-attachment", Attachment);

const few = 12;

/** All that a message carries; of very many the first, the rest folded. */
export function attachments(message, caseId) {
  const placed = message.attachments.map((attachment, index) => ({ attachment, index }));
  const within = ({ attachment }) =>
    attachment.inline && message.letter?.html && attachment.mediaType?.startsWith("image/");
  const beside = placed.filter((one) => !within(one));
  const one = ({ attachment, index }) =>
    html`<svara-attachment
      .attachment=${attachment}
      .address=${desk.fileAddress(caseId, message.id, index)}
    ></svara-attachment>`;
  const rest = [...beside.slice(few), ...placed.filter(within)];
  return html`${beside.length > 0 ? html`<div class="files">${beside.slice(0, few).map(one)}</div>` : nothing}
  ${rest.length > 0
    ? html`<details class="files__more">
        <summary>${t("file.more", { count: rest.length })}</summary>
        <div class="files">${rest.map(one)}</div>
      </details>`
    : nothing}`;
}
