// Sending a plugin's jar: a reason for the journal, and how far the upload is.
import { html, nothing } from "lit";
import { desk } from "../desk.js";
import { problemText } from "../i18n/problems.js";
import { percent, t } from "../i18n/words.js";
import { notify } from "../notices.js";
import { Dialog, dialogFoot } from "./dialog.js";

class UploadDialog extends Dialog {
  static properties = { file: {}, sent: { state: true }, problem: { state: true } };

  #leaving = new AbortController();

  // Who closes the dialog does not want the rest to be sent. What was sent as a whole cannot be
  // taken back, and whether it is kept is not known here.
  disconnectedCallback() {
    this.#leaving.abort();
    if (this.sent === 1) notify(t("upload.perhaps", { name: this.file.name }), "wrong");
    super.disconnectedCallback();
  }

  title() {
    return t("upload.title", { name: this.file.name });
  }

  async #submit(event) {
    event.preventDefault();
    if (this.sent !== undefined) return;
    const why = event.target.elements.reason.value.trim();
    this.problem = undefined;
    this.sent = 0;
    try {
      const kept = await desk.keepPlugin(this.file, why, {
        progress: (part) => (this.sent = part),
        signal: this.#leaving.signal,
      });
      this.choose(kept);
    } catch (problem) {
      this.problem = problem;
    }
    this.sent = undefined;
  }

  /** What is spoken: not each percent. */
  #phase() {
    return t(this.sent < 1 ? "upload.sending" : "upload.looking");
  }

  body() {
    const busy = this.sent !== undefined;
    return html`<form @submit=${this.#submit}>
      <p>${t("upload.hint")}</p>
      ${this.problem
        ? html`<p class="trouble" role="alert" dir="auto">${problemText(this.problem)}</p>`
        : nothing}
      <label class="field"
        ><span>${t("plugin.why")}</span><input name="reason" required ?readonly=${busy}
      /></label>
      <p class="visually-hidden" role="status">${busy ? this.#phase() : ""}</p>
      ${busy
        ? html`<label class="upload"
            ><span>${this.sent < 1 ? t("upload.sent", { part: percent(this.sent) }) : this.#phase()}</span
            ><progress max="1" .value=${this.sent}></progress
          ></label>`
        : nothing}
      ${dialogFoot(this, t("upload.go"), { busy })}
    </form>`;
  }
}

customElements.define("svara-upload-dialog", UploadDialog);
