// The conformance report of one version, as its author's build wrote it: what was opted out of
// first, because that is what a report could hide.
import { html, nothing } from "lit";
import { loading } from "../components/pieces.js";
import { desk } from "../desk.js";
import { problemText } from "../i18n/problems.js";
import { t, word } from "../i18n/words.js";
import { counted } from "../pages/conformance.js";
import { Dialog } from "./dialog.js";

const health = { passed: "good", failed: "bad", "not-run": "wait" };

class ConformanceDialog extends Dialog {
  static properties = { plugin: {}, version: {}, report: { state: true }, problem: { state: true } };

  async connectedCallback() {
    super.connectedCallback();
    try {
      this.report = await desk.conformance(this.plugin, this.version);
    } catch (problem) {
      this.problem = problem;
    }
  }

  title() {
    return t("conformance.title", { plugin: this.plugin, version: this.version });
  }

  body() {
    if (this.problem) {
      return html`<p class="trouble" role="alert">${t("problem.load")} ${problemText(this.problem)}</p>`;
    }
    return this.report ? this.#report() : loading();
  }

  #report() {
    const { summary, tried, optOuts, undeclared, cases } = this.report;
    if (!tried) {
      return summary.trouble
        ? html`<p lang="en" dir="auto">${summary.trouble}</p>`
        : html`<p>${t("conformance.none")}</p>`;
    }
    return html`<div class="report">
      ${lead(summary, tried)}
      <h3>${t("conformance.optedOut")}</h3>
      ${optOuts.length === 0
        ? html`<p>${t("conformance.optedOutOfNothing")}</p>`
        : html`<dl class="report__optouts">
            ${optOuts.map(
              ({ feature, reason }) =>
                html`<div>
                  <dt lang="en">${plain(feature)}</dt>
                  <dd lang="en" dir="auto">${reason}</dd>
                </div>`,
            )}
          </dl>`}
      ${undeclared.length === 0
        ? nothing
        : html`<p>
            ${t("conformance.undeclared")} <span lang="en">${undeclared.map(plain).join(", ")}</span>
          </p>`}
      <h3>${t("conformance.cases")}</h3>
      <p>${counted(summary.counts)}</p>
      ${families(cases).map(family)}
    </div>`;
  }
}

const lead = ({ standing, counts }, tried) =>
  standing === "these-bytes"
    ? html`<p>${t("conformance.author", counts)}</p>`
    : html`<p class="trouble">${t("conformance.foreign", tried)}</p>`;

/** As the kit names features: IDEMPOTENCY_KEYS. */
const plain = (feature) => feature.toLowerCase().replaceAll("_", " ");

/** In the order of the report. */
function families(cases) {
  const found = new Map();
  for (const one of cases) {
    found.set(one.family, [...(found.get(one.family) ?? []), one]);
  }
  return [...found];
}

/** Open where something failed. */
function family([name, cases]) {
  const count = (outcome) => cases.filter((one) => one.outcome === outcome).length;
  const counts = { passed: count("passed"), failed: count("failed"), notRun: count("not-run") };
  return html`<details class="report__family" ?open=${counts.failed > 0}>
    <summary><strong lang="en">${name}</strong> <span class="quiet">${counted(counts)}</span></summary>
    <ul class="plain">
      ${cases.map(
        ({ title, outcome, reason }) =>
          html`<li>
            <span lang="en" dir="auto">${title}</span>
            <span class="health health--${health[outcome] ?? "wait"}"
              >${word("outcomeOf", outcome)}</span
            >
            ${reason ? html`<span class="quiet small" lang="en" dir="auto">${reason}</span>` : nothing}
          </li>`,
      )}
    </ul>
  </details>`;
}

customElements.define("svara-conformance-dialog", ConformanceDialog);
