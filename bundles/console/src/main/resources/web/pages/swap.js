// One exchange of a plugin: how far it is at a glance, and each step with who, when and why.
import { html, nothing } from "lit";
import { moment, t, word } from "../i18n/words.js";

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
        (step) =>
          html`<li>
            <strong>${word("swap", step.state)}</strong> · ${moment(step.at)} · ${step.by}
            <br />${step.why}
          </li>`,
      )}
    </ol>
  </details>
`;

/** The way that a swap takes when all goes well; said again in words below, so hidden from readers. */
function way(one) {
  const came = new Set(one.steps.map((step) => step.state));
  return html`<ol class="way" aria-hidden="true">
    ${WAY.map(
      (state) =>
        html`<li class="way__step ${came.has(state) ? "way__step--done" : ""}">
          ${word("swap", state)}${since(one, state)}
        </li>`,
    )}
  </ol>`;
}

/** How long after the decision it came to this, in milliseconds. */
function since(one, state) {
  const step = one.steps.find((some) => some.state === state);
  if (!step || state === WAY[0]) return nothing;
  const millis = Date.parse(step.at) - Date.parse(one.steps[0].at);
  return html`<span class="way__time">${t("swap.after", { millis })}</span>`;
}

function standing(state) {
  if (ASTRAY.includes(state)) return "bad";
  return state === "proven" ? "good" : "wait";
}
