// One exchange of a plugin, step by step.
import { html } from "lit";
import { moment, t, word } from "../i18n/words.js";

export const swap = (one) => html`
  <details>
    <summary>
      ${t("swap.title", {
        id: one.id,
        plugin: one.plugin,
        from: one.from ?? "–",
        to: one.to ?? "–",
      })}
      <span class="health health--${bad(one.state) ? "bad" : "good"}"
        >${word("swap", one.state)}</span
      >
    </summary>
    <ol>
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

const bad = (state) => ["rolling-back", "rolled-back", "failed"].includes(state);
