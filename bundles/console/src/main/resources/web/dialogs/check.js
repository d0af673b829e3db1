// Trying an account's settings: what each step showed, in the connector's words.
import { html, nothing } from "lit";
import { loading } from "../components/pieces.js";
import { desk } from "../desk.js";
import { problemText } from "../i18n/problems.js";
import { t } from "../i18n/words.js";
import { icon } from "../icons.js";
import { Dialog } from "./dialog.js";

class CheckDialog extends Dialog {
  static properties = { account: {}, findings: { state: true }, problem: { state: true } };

  connectedCallback() {
    super.connectedCallback();
    this.#try();
  }

  async #try() {
    this.findings = undefined;
    this.problem = undefined;
    try {
      ({ findings: this.findings } = await desk.check(this.account));
    } catch (problem) {
      this.problem = problem;
    }
  }

  title() {
    return t("check.title", { name: this.account });
  }

  body() {
    const { findings, problem } = this;
    return html`
      <div role="status">
        ${problem ? html`<p class="trouble" dir="auto">${problemText(problem)}</p>` : nothing}
        ${findings || problem ? nothing : html`<p class="quiet">${t("check.trying")}</p>${loading()}`}
        ${findings ? this.#shown(findings) : nothing}
      </div>
      <footer class="dialog__foot">
        <button
          type="button"
          class="button"
          ?disabled=${!findings && !problem}
          @click=${() => this.#try()}
        >
          ${t("check.again")}
        </button>
        <button type="button" class="button button--primary" @click=${() => this.close()}>
          ${t("app.close")}
        </button>
      </footer>
    `;
  }

  #shown(findings) {
    const good = findings.every((finding) => finding.good);
    return html`<p>${t(good ? "check.good" : "check.bad")}</p>
      <ul class="plain check">
        ${findings.map(
          ({ step, good: fine, words }) =>
            html`<li class="check__step">
              <span class="health health--${fine ? "good" : "bad"}"
                >${icon(fine ? "done" : "warning")}<span class="visually-hidden"
                  >${t(fine ? "check.stepGood" : "check.stepBad")}</span
                ></span
              >
              <span><strong dir="auto">${step}</strong> <span dir="auto">${words}</span></span>
            </li>`,
        )}
      </ul>`;
  }
}

customElements.define("svara-check-dialog", CheckDialog);
