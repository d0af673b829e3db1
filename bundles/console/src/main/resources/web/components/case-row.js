// One case as a row of the list.
import { html, nothing } from "lit";
import { icon } from "../icons.js";
import { moment, t } from "../i18n/words.js";
import { caseAddress } from "../router.js";
import { session } from "../session.js";
import { avatar, channelMark, ratingMark, stateMark, visibilityMark } from "./pieces.js";
import "./since.js";

/** @param current whether it is the open one; @param stop whether Tab stops here */
export const caseRow = (row, { queue, current, stop }) => html`
  <a
    class="row ${row.state === "new" ? "row--new" : ""}"
    href=${caseAddress(queue, row.id)}
    data-case=${row.id}
    tabindex=${stop ? "0" : "-1"}
    aria-current=${current ? "true" : nothing}
  >
    ${avatar(row.contactName)}
    <span class="row__body">
      <span class="row__line">
        <bdi class="row__name">${row.contactName}</bdi>
        <span class="row__time">${waiting(row)}</span>
      </span>
      <span class="row__line">
        <span class="row__excerpt" dir="auto"
          >${row.subject ? html`<strong>${row.subject}</strong> ` : nothing}${excerpt(
            row.lastMessage,
          )}</span
        >
      </span>
      <span class="row__marks">
        ${channelMark(row.channel)}${visibilityMark(row.visibility)}
        ${row.state === "new" ? nothing : stateMark(row.state)} ${priority(row.priority)}
        ${ratingMark(row.rating)} ${assignee(row.assignee)}
        ${[...row.tags].sort().map((tag) => html`<bdi class="tag">${tag}</bdi>`)}
      </span>
    </span>
  </a>
`;

const excerpt = (last) => {
  if (!last) return t("message.noText");
  const by = { out: t("message.you"), note: t("message.noteInRow") }[last.direction];
  return (by ? `${by}: ` : "") + (last.text || t("message.noText"));
};

// The customer's waiting is what counts; where nobody waits, when it was last touched.
function waiting(row) {
  if (row.state === "snoozed" && row.snoozedUntil) {
    return html`<span title=${t("time.snoozedUntil", { time: moment(row.snoozedUntil) })}
      >${icon("moon")}${moment(row.snoozedUntil)}</span
    >`;
  }
  if (!row.waitingSince) return html`<svara-since .at=${row.updatedAt}></svara-since>`;
  return html`<span class="row__waits"
    >${icon("clock")}<span class="visually-hidden">${t("time.waits")} </span
    ><svara-since manner="since" .at=${row.waitingSince}></svara-since
  ></span>`;
}

const priority = (value) =>
  value < 3
    ? html`<span class="priority priority--${value}">${t(`priority.${value}`)}</span>`
    : nothing;

const assignee = (user) =>
  user
    ? html`<span class="assignee ${user === session.user ? "assignee--me" : ""}"
        >${icon("person")}<bdi>${user === session.user ? t("message.you") : user}</bdi></span
      >`
    : nothing;
