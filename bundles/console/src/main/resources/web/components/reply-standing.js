// How one of our replies stands. Only "sent" is said of what the platform is known to have.
import { html, nothing } from "lit";
import { moment, t, word } from "../i18n/words.js";
import { icon } from "../icons.js";
import { session } from "../session.js";

const icons = {
  "waiting-for-guard": "shield",
  "waiting-for-approval": "shield",
  stopped: "shield",
  queued: "clock",
  sending: "send",
  sent: "done",
  rejected: "warning",
  unknown: "help",
  withdrawn: "close",
};

const mayWithdraw = [
  "waiting-for-guard",
  "waiting-for-approval",
  "stopped",
  "queued",
  "rejected",
];

/** @param tell says what a button asks for: approve, withdraw, decide */
export function replyStanding(reply, { tell }) {
  if (!reply) return nothing;
  return html`
    <div class="standing standing--${reply.state}">
      <p class="standing__state">
        ${icon(icons[reply.state] ?? "help")}<span>${word("reply", reply.state)}</span>
        ${approved(reply)}
      </p>
      ${reply.reason ? html`<p dir="auto">${reply.reason}</p>` : nothing}
      ${remarks(reply)} ${attempts(reply)}
      ${reply.state === "unknown" ? html`<p>${t("reply.look")}</p>` : nothing}
      <p class="standing__choices">${choices(reply, tell)}</p>
    </div>
  `;
}

const approved = ({ approvedBy }) =>
  approvedBy
    ? html`<span class="quiet">· <bdi>${t("reply.approvedBy", { name: approvedBy })}</bdi></span>`
    : nothing;

// Why somebody must agree is what that somebody needs to read.
function remarks({ state, verdict }) {
  if (!["waiting-for-approval", "stopped"].includes(state) || !verdict) return nothing;
  return html`<ul class="standing__remarks">
    ${verdict.remarks.map((remark) => html`<li dir="auto">${remark.reason}</li>`)}
  </ul>`;
}

function attempts({ state, attempts: count, notBefore }) {
  if (["sent", "withdrawn"].includes(state)) return nothing;
  const parts = [];
  if (count > 1) parts.push(t("reply.attempts", { count }));
  if (notBefore) parts.push(t("reply.notBefore", { time: moment(notBefore) }));
  return parts.length > 0 ? html`<p class="quiet">${parts.join(" · ")}</p>` : nothing;
}

function choices(reply, tell) {
  const button = (key, type, detail, strong) =>
    html`<button
      class="button button--small ${strong ? "button--strong" : ""}"
      @click=${() => tell(type, detail)}
    >
      ${t(key)}
    </button>`;
  const offered = [];
  const { id, state } = reply;
  if (state === "waiting-for-approval" && reply.by !== session.user && session.may("lead")) {
    offered.push(button("reply.approve", "approve", id, true));
  }
  if (state === "unknown") {
    offered.push(button("reply.arrived", "decide", { reply: id, arrived: true }));
  }
  if (["unknown", "rejected"].includes(state)) {
    offered.push(button("reply.again", "decide", { reply: id, arrived: false }));
  }
  if (mayWithdraw.includes(state)) offered.push(button("reply.withdraw", "withdraw", id));
  return offered;
}
