// One message of a thread: whose it is, what became of it since, and what it carries.
import { html, nothing } from "lit";
import { exact, moment, number, t } from "../i18n/words.js";
import { icon } from "../icons.js";
import { webAddress } from "../links.js";
import { attachments } from "./attachment.js";
import { folded, letterHead, undelivered } from "./letter.js";
import { avatar, ratingMark, visibilityMark } from "./pieces.js";
import { replyStanding } from "./reply-standing.js";

const longest = 20_000;

/** @param context {caseId, byId, newest, tell} of the thread */
export function threadMessage(message, context) {
  if (message.direction === "event") {
    return html`<li class="event"><span dir="auto">${message.text}</span> ${time(message)}</li>`;
  }
  if (message.direction === "note") return note(message);
  return spoken(message, context);
}

const note = (message) => html`
  <li class="note" data-message=${message.id}>
    <p class="message__head">
      ${icon("note")}<bdi class="message__author">${t("message.note", { name: message.author })}</bdi>
      ${time(message)}
    </p>
    <p class="message__text" dir="auto">${message.text}</p>
  </li>
`;

function spoken(message, context) {
  const ours = message.direction === "out";
  const unsent = ours && message.reply && message.reply.state !== "sent";
  const side = `${ours ? "message--ours" : "message--theirs"} ${message.letter ? "message--letter" : ""}`;
  return html`
    <li
      class="message ${side} message--${message.visibility} ${unsent ? "message--unsent" : ""}"
      data-message=${message.id}
    >
      ${ours ? nothing : avatar(message.author, "small")}
      <div class="message__bubble">
        <p class="message__head">
          <bdi class="message__author">${message.author}</bdi>
          ${visibilityMark(message.visibility)} ${time(message)}
        </p>
        ${undelivered(message)} ${answered(message, context)} ${ratingMark(message.rating)}
        ${letterHead(message)}
        ${message.letter?.html
          ? html`<svara-letter .caseId=${context.caseId} .message=${message}></svara-letter>`
          : nothing}
        ${text(message)} ${folded(message)}
        ${attachments(message, context.caseId)} ${fate(message)}
        <p class="message__foot">
          ${platformLink(message)} ${answerThis(message, context)} ${forward(message, context)}
        </p>
        ${replyStanding(message.reply, context)}
      </div>
    </li>
  `;
}

const time = (message) =>
  html`<time class="quiet" datetime=${message.at} title=${exact(message.at)}
    >${moment(message.at)}</time
  >`;

function text(message) {
  if (message.redacted) return html`<p class="quiet message__gone">${t("message.redacted")}</p>`;
  if (!message.text) return nothing;
  if (message.text.length <= longest) {
    return html`<p class="message__text" dir="auto">${message.text}</p>`;
  }
  // A text as long as a book would stand in the way of everything below it.
  return html`<p class="message__text" dir="auto">${message.text.slice(0, longest)} …</p>
    <details class="message__edits message__longer">
      <summary>${t("message.longer", { count: number(message.text.length - longest) })}</summary>
      <p class="message__text" dir="auto">${message.text.slice(longest)}</p>
    </details>`;
}

// What it answers, unless that is the message right above anyway: the newest of the customer's.
function answered(message, { byId, newest }) {
  const original = message.replyTo && message.replyTo !== newest && byId.get(message.replyTo);
  if (!original) return nothing;
  return html`<blockquote class="message__quote">
    ${icon("reply")}<bdi>${original.author}</bdi>: <span dir="auto">${original.text}</span>
  </blockquote>`;
}

// Edited, removed, hidden: nothing that happened to a message is kept from the agent.
function fate(message) {
  const marks = [];
  if (message.edited.length > 0) marks.push(earlier(message.edited));
  if (message.removed) {
    const when = moment(message.removed);
    marks.push(html`<p class="message__fate">${icon("close")}${t("message.removed", { time: when })}</p>`);
  }
  if (message.hidden) {
    marks.push(html`<p class="message__fate">${icon("lock")}${t("message.hidden")}</p>`);
  }
  return marks;
}

const earlier = (wordings) => html`
  <details class="message__edits">
    <summary>${t("message.edited", { count: wordings.length })}</summary>
    <ol>
      ${wordings.map((wording) => html`<li class="message__text" dir="auto">${wording}</li>`)}
    </ol>
  </details>
`;

function platformLink(message) {
  const address = webAddress(message.link);
  if (!address) return nothing;
  return html`<a class="message__link" href=${address} target="_blank" rel="noopener noreferrer"
    >${t("message.onPlatform")}${icon("link")}</a
  >`;
}

// An answer goes to the customer's newest message by itself; an older one is chosen.
function answerThis(message, { newest, tell }) {
  if (message.direction !== "in" || message.id === newest || message.removed) return nothing;
  return html`<button class="button button--link" @click=${() => tell("reply-to", message)}>
    ${icon("reply")}${t("help.reply")}
  </button>`;
}

// Somebody else gets the letter; the answer comes back into this case.
function forward(message, { tell }) {
  if (message.direction !== "in" || !message.letter || message.removed || message.redacted) {
    return nothing;
  }
  return html`<button class="button button--link" @click=${() => tell("forward", message)}>
    ${icon("send")}${t("letter.forward")}
  </button>`;
}
