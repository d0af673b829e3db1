// The files beside an answer that is being written: each with its size, its progress, its warnings.
import { html, nothing } from "lit";
import { percent, size, t, word } from "../i18n/words.js";
import { icon } from "../icons.js";
import { View } from "../view.js";

class Enclosures extends View {
  static properties = { enclosing: {} };

  connectedCallback() {
    super.connectedCallback();
    this.watch(this.enclosing, "change");
  }

  render() {
    const { all, trouble, total, most } = this.enclosing;
    return html`
      <div class="enclosures">
        <label class="button button--small enclosures__add">
          ${icon("clip")}${t("enclosing.add")}
          <input type="file" multiple class="visually-hidden" @change=${this.#chosen} />
        </label>
        <span class="quiet small enclosures__hint">
          ${all.length > 0 && most
            ? t("enclosing.total", { total: size(total), most: size(most) })
            : t("enclosing.hint")}
        </span>
      </div>
      ${all.length > 0
        ? html`<ul class="plain enclosures__files">
            ${all.map((file) => this.#file(file))}
          </ul>`
        : nothing}
      <p class="visually-hidden" role="status">${this.#spoken()}</p>
      <div role="alert">${trouble ? html`<p class="trouble-text small">${trouble}</p>` : nothing}</div>
    `;
  }

  #chosen(event) {
    this.enclosing.add(event.target.files);
    event.target.value = "";
  }

  #spoken() {
    const { all, busy } = this.enclosing;
    if (all.length === 0) return "";
    return busy ? t("enclosing.sending") : t("enclosing.ready", { count: all.length });
  }

  #file(file) {
    return html`<li class="enclosure ${file.problem ? "enclosure--failed" : ""}">
      <bdi class="enclosure__name">${file.name}</bdi>
      <span class="quiet small">${size(file.bytes)}</span>
      ${!file.id && !file.problem
        ? html`<progress
            max="1"
            .value=${file.sent}
            aria-label=${t("enclosing.progress", { name: file.name })}
            title=${percent(file.sent)}
          ></progress>`
        : nothing}
      <button
        type="button"
        class="button button--bare"
        @click=${() => this.enclosing.remove(file.key)}
      >
        ${icon("close")}<span class="visually-hidden"
          >${t("enclosing.remove", { name: file.name })}</span
        >
      </button>
      ${file.problem ? html`<span class="trouble-text small" dir="auto">${file.problem}</span>` : nothing}
      ${(file.warnings ?? []).map(
        (warning) =>
          html`<span class="enclosure__warning small">${icon("warning")}${word("warning", warning)}</span>`,
      )}
    </li>`;
  }
}

customElements.define("svara-enclosures", Enclosures);
