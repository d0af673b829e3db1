// What the author's build says of a version, in one cell: never more than that it says so.
import { html } from "lit";
import { t } from "../i18n/words.js";

/**
 * Only what there is of: "99 passed, 7 not run, 1 opt-out". What passed is said even when nothing did,
 * and of a whole report how much was opted out of.
 */
export const counted = ({ passed, failed, notRun, optOuts }) =>
  [
    ["passed", passed],
    ["failed", failed],
    ["notRun", notRun],
    ["optOuts", optOuts],
  ]
    .filter(([name, count]) => count > 0 || name === "passed" || (name === "optOuts" && count === 0))
    .map(([name, count]) => t(`conformance.count.${name}`, { count }))
    .join(", ");

/** Good only where something was tried and all of it passed. */
function verdict({ passed, failed }) {
  if (failed > 0) return "bad";
  return passed > 0 ? "good" : "wait";
}

/** @param open shows the whole report */
export function conformance({ standing, counts, trouble }, label, open) {
  if (standing === "none") {
    return html`<span class="health health--wait">${t("conformance.none")}</span>`;
  }
  if (standing === "unreadable") {
    return html`<span class="health health--bad">${t("conformance.unreadable")}</span>
      <span class="trouble-text" lang="en" dir="auto">${trouble}</span>`;
  }
  const ours = standing === "these-bytes";
  return html`<span class="health health--${ours ? verdict(counts) : "wait"}"
      >${ours ? counted(counts) : t("conformance.other-bytes")}</span
    >
    <button class="button button--small" aria-label=${label} @click=${open}>
      ${t("conformance.show")}
    </button>`;
}
