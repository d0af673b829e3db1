// The guard's verdict on what is being written: a word on the whole, then each remark with the
// words it is about, and what to write instead.
import { html, nothing } from "lit";
import { t } from "../i18n/words.js";
import { icon } from "../icons.js";

const levelIcons = {
  pass: "done",
  advise: "shield",
  "second-person": "person",
  forbid: "warning",
  none: "shield",
};

// From the gravest on.
const gravity = ["forbid", "second-person", "advise"];

/** @param actions {replace(remark), show(remark)}; both only while the text is the judged one */
export function verdictBox(verdict, text, actions) {
  const level = text.trim() && verdict?.level;
  const current = verdict?.text === text;
  return html`
    <div id="verdict" class="verdict ${level ? `verdict--${level}` : ""}" role="status" tabindex="-1"
      aria-label=${t("verdict.label")}>
      ${level
        ? html`<p class="verdict__level">${icon(levelIcons[level])}${t(`verdict.${level}`)}</p>
            ${remarkList(verdict.remarks ?? [], text, current, actions)}`
        : nothing}
    </div>
  `;
}

const remarkList = (remarks, text, current, actions) =>
  remarks.length === 0
    ? nothing
    : html`<ul class="plain verdict__remarks">
        ${[...remarks]
          .sort((one, two) => gravity.indexOf(one.severity) - gravity.indexOf(two.severity))
          .map((remark) => remarkItem(remark, text, current, actions))}
      </ul>`;

const remarkItem = (remark, text, current, { replace, show }) => {
  const words = current && remark.from < remark.to && text.slice(remark.from, remark.to);
  return html`<li class="remark remark--${remark.severity}">
    <span dir="auto">
      ${words
        ? html`<button
            type="button"
            class="remark__words"
            title=${t("verdict.show")}
            @click=${() => show(remark)}
          >
            <bdi>${words}</bdi>
          </button>`
        : nothing}
      ${remark.reason}
    </span>
    ${words && remark.suggestion !== undefined
      ? html`<button type="button" class="button button--small" @click=${() => replace(remark)}>
          ${remark.suggestion
            ? t("verdict.use", { text: remark.suggestion })
            : t("verdict.remove")}
        </button>`
      : nothing}
  </li>`;
};

/** The text with the remarks' words marked; lies under the field, whose own text covers it. */
export function marked({ text, verdict, mode }) {
  const current = mode !== "note" && verdict?.text === text;
  const remarks = current ? (verdict.remarks ?? []).filter(({ from, to }) => from < to) : [];
  const pieces = [];
  let done = 0;
  for (const { from, to, severity } of remarks.toSorted((one, two) => one.from - two.from)) {
    if (from < done) continue;
    pieces.push(text.slice(done, from));
    pieces.push(html`<mark class="marked marked--${severity}">${text.slice(from, to)}</mark>`);
    done = to;
  }
  // A last line break needs something behind it to have a height.
  return [...pieces, text.slice(done), "\u200b"];
}
