// One exchange of a plugin: how far it is at a glance, and each step with who, when and why.
import { html, nothing } from "lit";
import { between, knows, moment, t, word } from "../i18n/words.js";

const WAY = ["staged", "installed", "routed", "drained", "uninstalled", "proven"];
const ASTRAY = ["rolling-back", "rolled-back", "failed"];

/** Open when it is the newest, for that is what people came to see. */
export const swap = (one, index) => html`
  <details class="swap" ?open=${index === 0}>
    <summary>
      ${t("swap.title", {
        id: one.id,
        plugin: one.plugin,
        from: one.from ?? "–",
        to: one.to ?? "–",
      })}
      <span class="health health--${standing(one.state)}">${word("swap", one.state)}</span>
    </summary>
    ${way(one)}
    <ol class="swap__steps">
      ${one.steps.map(
        (step, index) =>
          html`<li>
            <strong>${word("swap", step.state)}</strong> · ${moment(step.at)} · ${step.by}
            ${index === 0 ? nothing : html`· ${after(one, step)}`}
            <br />${told(step)}
          </li>`,
      )}
    </ol>
  </details>
`;

/**
 * In the reader's language where the words are ours and known here; else ours are in English, and
 * what people wrote is as they wrote it.
 */
function told({ state, said, why }) {
  if (said?.length && said.every(({ saying }) => knows(`said.${saying}`))) {
    const words = said.map(({ saying, values }) => t(`said.${saying}`, values)).join(" ");
    return html`<span dir="auto">${words}</span>`;
  }
  const ours = said?.length || state === "failed";
  return html`<span lang=${ours ? "en" : nothing} dir="auto">${why}</span>`;
}

/** The way that a swap takes when all goes well. What came is said again below, so readers skip it. */
function way(one) {
  const came = new Set(one.steps.map((step) => step.state));
  return html`<ol class="way" aria-hidden="true">
    ${WAY.map(
      (state) =>
        html`<li class="way__step ${came.has(state) ? "way__step--done" : ""}">
          ${word("swap", state)}
          ${came.has(state) && state !== WAY[0]
            ? html`<span class="way__time">${after(one, stepTo(one, state))}</span>`
            : nothing}
        </li>`,
    )}
  </ol>`;
}

const stepTo = (one, state) => one.steps.find((step) => step.state === state);

/** How long after the decision. */
const after = (one, step) => t("swap.after", { time: between(one.steps[0].at, step.at) });

function standing(state) {
  if (ASTRAY.includes(state)) return "bad";
  return state === "proven" ? "good" : "wait";
}
